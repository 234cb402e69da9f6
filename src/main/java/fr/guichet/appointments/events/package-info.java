/** What happened to appointments, for other modules to listen to. */
@NamedInterface("events")
@NullMarked
package fr.guichet.appointments.events;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
