/** How often something may be asked for, counted by all instances together. */
@NullMarked
package fr.guichet.platform.limits;

import org.jspecify.annotations.NullMarked;
