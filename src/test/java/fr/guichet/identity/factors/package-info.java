/** Tests of second factors: each code once, for one account, for a while. */
@NullMarked
package fr.guichet.identity.factors;

import org.jspecify.annotations.NullMarked;
