/** Tests of the shared values. */
@NullMarked
package fr.guichet.shared;

import org.jspecify.annotations.NullMarked;
