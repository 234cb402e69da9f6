/** What an operator meets at start: one clear line when Guichet cannot start, the address when it can. */
@NullMarked
package fr.guichet.platform.start;

import org.jspecify.annotations.NullMarked;
