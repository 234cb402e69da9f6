/** Keys: made once, kept apart from the database, recognised by it, changed without losing what is old. */
@NullMarked
package fr.guichet.platform.keys;

import org.jspecify.annotations.NullMarked;
