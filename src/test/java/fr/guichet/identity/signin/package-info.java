/** Tests of sign-in: counting, hashing, racing. */
@NullMarked
package fr.guichet.identity.signin;

import org.jspecify.annotations.NullMarked;
