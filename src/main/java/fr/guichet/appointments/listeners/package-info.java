/** What the module does of its own accord: when something happened, and from time to time. */
@NullMarked
package fr.guichet.appointments.listeners;

import org.jspecify.annotations.NullMarked;
