/** Entries in bytes. */
@NullMarked
package fr.guichet.audit.trail;

import org.jspecify.annotations.NullMarked;
