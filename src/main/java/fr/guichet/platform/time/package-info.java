/** The one clock that all of Guichet reads. */
@NullMarked
package fr.guichet.platform.time;

import org.jspecify.annotations.NullMarked;
