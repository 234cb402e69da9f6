/** Tests of identity: accounts, sign-in, sessions, the edge. */
@NullMarked
package fr.guichet.identity;

import org.jspecify.annotations.NullMarked;
