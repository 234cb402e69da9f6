/** Server-Sent Events that work across instances. */
@NullMarked
package fr.guichet.platform.live;

import org.jspecify.annotations.NullMarked;
