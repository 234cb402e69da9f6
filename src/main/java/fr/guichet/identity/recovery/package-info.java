/** Choosing a password by a link: the first one, or a new one when it was forgotten. */
@NullMarked
package fr.guichet.identity.recovery;

import org.jspecify.annotations.NullMarked;
