/** Tests of the bank's sign-on. */
@NullMarked
package fr.guichet.identity.signon;

import org.jspecify.annotations.NullMarked;
