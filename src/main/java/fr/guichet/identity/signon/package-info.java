/** The bank's own sign-on (OpenID Connect): its provider, who there is which account, how strong it was, and where it ends. */
@NullMarked
package fr.guichet.identity.signon;

import org.jspecify.annotations.NullMarked;
