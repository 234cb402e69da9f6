/** The entries themselves: how they are written, read and put into bytes that can be proven. */
@NullMarked
package fr.guichet.audit.trail;

import org.jspecify.annotations.NullMarked;
