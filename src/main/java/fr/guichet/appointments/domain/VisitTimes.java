package fr.guichet.appointments.domain;

import fr.guichet.appointments.Appointment;
import java.time.Instant;

/**
 * When a visit is, and what of the adviser's day it blocks.
 *
 * @param start when the customer is received
 * @param end when the customer leaves
 * @param blockedFrom start less the buffer before
 * @param blockedTo end plus the buffer after
 */
public record VisitTimes(Instant start, Instant end, Instant blockedFrom, Instant blockedTo) {

    public static VisitTimes of(Appointment appointment) {
        return new VisitTimes(
                appointment.start(), appointment.end(), appointment.blockedFrom(), appointment.blockedTo());
    }

    /** Whether the two blocked ranges have a moment in common; ranges that touch do not. */
    public boolean collidesWith(VisitTimes other) {
        return blockedFrom.isBefore(other.blockedTo) && other.blockedFrom.isBefore(blockedTo);
    }
}
