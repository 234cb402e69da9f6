package fr.guichet.appointments;

import fr.guichet.shared.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Why something about an appointment was not done. Nothing was written. */
public sealed interface AppointmentRefusal extends Refusal {

    /** There is no such thing, or it is not this caller's to see. */
    record NotFound() implements AppointmentRefusal {}

    /** The caller sees it, but may not do this. */
    record Forbidden() implements AppointmentRefusal {}

    /**
     * Someone else has it.
     *
     * @param nearest free slots close to the one asked for, in the order of time
     */
    record SlotTaken(List<Slot> nearest) implements AppointmentRefusal {
        public SlotTaken {
            nearest = List.copyOf(nearest);
        }
    }

    /** Visits start every so many minutes from the local hour. */
    record SlotOffGrid(int gridMinutes) implements AppointmentRefusal {}

    record SlotInPast() implements AppointmentRefusal {}

    /**
     * Too soon.
     *
     * @param earliest the first moment that leaves the notice the reason asks for
     */
    record NoticeTooShort(Instant earliest) implements AppointmentRefusal {}

    /**
     * Too far ahead.
     *
     * @param latest the last day that can be booked, in the branch's zone
     */
    record BeyondHorizon(LocalDate latest) implements AppointmentRefusal {}

    record BranchClosed() implements AppointmentRefusal {}

    /** Nobody who could receive this visit, or not the adviser asked for, works for the whole of it. */
    record AdviserAbsent() implements AppointmentRefusal {}

    record AdviserNotQualified() implements AppointmentRefusal {}

    /** Nobody in the branch serves this reason. */
    record ReasonNotOffered() implements AppointmentRefusal {}

    /** The hold ran out and the slot has gone. */
    record HoldExpired(List<Slot> nearest) implements AppointmentRefusal {
        public HoldExpired {
            nearest = List.copyOf(nearest);
        }
    }

    record HoldNotFound() implements AppointmentRefusal {}

    /** The customer has another visit at that time. */
    record CustomerAlreadyBooked() implements AppointmentRefusal {}

    /**
     * The customer could change the visit until some hours before its start.
     *
     * @param limit until when the customer could change it
     */
    record TooLateToChange(Instant limit) implements AppointmentRefusal {}

    /**
     * Staff note what happened, not what will.
     *
     * @param from the first moment at which staff may note this
     */
    record TooEarly(Instant from) implements AppointmentRefusal {}

    record NotAllowedInStatus(AppointmentStatus status) implements AppointmentRefusal {}

    /** Staff who cancel say why. */
    record ReasonMissing() implements AppointmentRefusal {}

    /** The caller saw an older version. */
    record Stale(Appointment current) implements AppointmentRefusal {}

    /** The caller saw an older version of the entry. */
    record StaleEntry(WaitingEntry current) implements AppointmentRefusal {}

    /** The visit has an entry on the waiting list. */
    record AlreadyWaiting() implements AppointmentRefusal {}

    /** The offer was taken back, ran out or was for another time. */
    record OfferGone() implements AppointmentRefusal {}
}
