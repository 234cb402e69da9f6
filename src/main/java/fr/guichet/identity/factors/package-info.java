/** What a person proves himself with besides the password: an authenticator app, codes by message, recovery codes. */
@NullMarked
package fr.guichet.identity.factors;

import org.jspecify.annotations.NullMarked;
