/** Tests of calls with bearer tokens. */
@NullMarked
package fr.guichet.identity.bearer;

import org.jspecify.annotations.NullMarked;
