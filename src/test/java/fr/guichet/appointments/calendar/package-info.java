/** Tests of calendar files and links. */
@NullMarked
package fr.guichet.appointments.calendar;

import org.jspecify.annotations.NullMarked;
