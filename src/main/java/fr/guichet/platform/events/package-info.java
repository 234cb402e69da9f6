/** Delivery of events to listeners: at least once, by one instance at a time, with back-off and dead letters. */
@NullMarked
package fr.guichet.platform.events;

import org.jspecify.annotations.NullMarked;
