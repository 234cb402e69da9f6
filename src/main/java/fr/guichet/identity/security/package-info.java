/** What a person changes about the way he signs in: password, app, passkeys, recovery codes, mobile telephone. */
@NullMarked
package fr.guichet.identity.security;

import org.jspecify.annotations.NullMarked;
