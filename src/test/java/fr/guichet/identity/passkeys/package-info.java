/** Tests of passkeys. */
@NullMarked
package fr.guichet.identity.passkeys;

import org.jspecify.annotations.NullMarked;
