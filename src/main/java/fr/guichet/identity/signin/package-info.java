/** Proving who one is: attempts that are counted exactly, password hashing that cannot starve the rest, the signed-in account. */
@NullMarked
package fr.guichet.identity.signin;

import org.jspecify.annotations.NullMarked;
