/** What people do with Guichet in a real browser, from the first screen to the last. Run by {@code mvn verify}. */
@NullMarked
package fr.guichet.e2e;

import org.jspecify.annotations.NullMarked;
