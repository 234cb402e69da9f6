/** A visit in the customer's own calendar: as a file, and as links to those of Google and Microsoft. */
@NullMarked
package fr.guichet.appointments.calendar;

import org.jspecify.annotations.NullMarked;
