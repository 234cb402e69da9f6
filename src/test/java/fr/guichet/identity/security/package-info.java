/** Changing the ways one signs in. */
@NullMarked
package fr.guichet.identity.security;

import org.jspecify.annotations.NullMarked;
