/** Tests of choosing a password by a link. */
@NullMarked
package fr.guichet.identity.recovery;

import org.jspecify.annotations.NullMarked;
