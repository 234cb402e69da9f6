/** Calls of other systems with tokens of the bank's sign-on (OAuth 2.0 bearer tokens): who calls, and what the scopes allow. */
@NullMarked
package fr.guichet.identity.bearer;

import org.jspecify.annotations.NullMarked;
