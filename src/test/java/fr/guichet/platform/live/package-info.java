/** Tests of live updates, with a topic of their own. */
@NullMarked
package fr.guichet.platform.live;

import org.jspecify.annotations.NullMarked;
