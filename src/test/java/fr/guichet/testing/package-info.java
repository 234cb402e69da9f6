/** What tests of every module lean on. */
@NullMarked
package fr.guichet.testing;

import org.jspecify.annotations.NullMarked;
