/** Keys that live outside the database, one file for each purpose, so that whoever can write to the database can still forge nothing. */
@NullMarked
package fr.guichet.platform.keys;

import org.jspecify.annotations.NullMarked;
