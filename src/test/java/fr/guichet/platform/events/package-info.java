/** Tests of event delivery, with events of their own. */
@NullMarked
package fr.guichet.platform.events;

import org.jspecify.annotations.NullMarked;
