/** The rules of booking: which slots are free, who may receive, what may change and until when. Plain Java; time is passed in. */
@NullMarked
package fr.guichet.appointments.domain;

import org.jspecify.annotations.NullMarked;
