package fr.guichet.appointments;

import fr.guichet.appointments.application.BookVisits;
import fr.guichet.appointments.application.CancelVisits;
import fr.guichet.appointments.application.FindAppointments;
import fr.guichet.appointments.application.HoldSlots;
import fr.guichet.appointments.application.MoveVisits;
import fr.guichet.appointments.application.ReceiveVisits;
import fr.guichet.appointments.application.SearchSlots;
import fr.guichet.shared.Actor;
import fr.guichet.shared.Actor.CustomerActor;
import fr.guichet.shared.BranchId;
import fr.guichet.shared.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What can be asked about visits. Every call that changes something is one transaction, or joins the caller's, and is decided there
 * against the schedule as it is; a refusal has written nothing. Appointments that are not the caller's to see are as if they did not
 * exist.
 */
@Component
public class Appointments {

    private final SearchSlots slots;
    private final HoldSlots holds;
    private final BookVisits bookings;
    private final MoveVisits moves;
    private final CancelVisits cancellations;
    private final ReceiveVisits receptions;
    private final FindAppointments find;

    Appointments(
            SearchSlots slots,
            HoldSlots holds,
            BookVisits bookings,
            MoveVisits moves,
            CancelVisits cancellations,
            ReceiveVisits receptions,
            FindAppointments find) {
        this.slots = slots;
        this.holds = holds;
        this.bookings = bookings;
        this.moves = moves;
        this.cancellations = cancellations;
        this.receptions = receptions;
        this.find = find;
    }

    /** Free slots, at most two seconds old; anyone may ask. */
    public Outcome<FreeSlots, AppointmentRefusal> freeSlots(SlotSearch search) {
        return slots.search(search);
    }

    /** Keeps a slot for ten minutes. A customer has one hold: another takes its place, the same one again is the same. */
    public Outcome<Appointment, AppointmentRefusal> hold(CustomerActor actor, HoldSlot wish) {
        return holds.hold(actor, wish);
    }

    public Outcome<AppointmentId, AppointmentRefusal> release(CustomerActor actor, AppointmentId hold) {
        return holds.release(actor, hold);
    }

    /** Where a hold of the customer's is, also one that has run out; empty when there is no such hold. */
    public Optional<BranchId> branchOfHold(CustomerActor actor, AppointmentId hold) {
        return holds.branchOf(actor, hold);
    }

    /** Turns a hold into an appointment with the same identifier. */
    public Outcome<Appointment, AppointmentRefusal> book(CustomerActor actor, AppointmentId hold) {
        return bookings.book(actor, hold);
    }

    /** Books without a hold; customers for themselves, staff for a customer of theirs. */
    public Outcome<Appointment, AppointmentRefusal> book(Actor actor, BookAppointment wish) {
        return bookings.book(actor, wish);
    }

    public Outcome<Appointment, AppointmentRefusal> move(Actor actor, MoveAppointment wish) {
        return moves.move(actor, wish);
    }

    public Outcome<Appointment, AppointmentRefusal> cancel(Actor actor, CancelAppointment wish) {
        return cancellations.cancel(actor, wish);
    }

    public Outcome<Appointment, AppointmentRefusal> reassign(Actor actor, ReassignAppointment wish) {
        return moves.reassign(actor, wish);
    }

    /**
     * Notes what happened on the day.
     *
     * @param version the one the caller saw
     * @param action CHECK_IN, START, FINISH or NO_SHOW
     */
    public Outcome<Appointment, AppointmentRefusal> note(
            Actor actor, AppointmentId id, long version, AppointmentAction action) {
        return receptions.note(actor, id, version, action);
    }

    public Optional<Appointment> find(Actor actor, AppointmentId id) {
        return find.find(actor, id);
    }

    /** What the caller may do to the appointment now. */
    public Set<AppointmentAction> allowed(Actor actor, Appointment appointment) {
        return find.allowed(actor, appointment);
    }

    /** Whether the caller may open the appointment, and so learn who comes. */
    public boolean mayOpen(Actor actor, Appointment appointment) {
        return find.mayOpen(actor, appointment);
    }

    /** Up to so many of the customer's visits to come, the next one first. */
    public List<Appointment> upcoming(CustomerActor actor, @Nullable AppointmentPosition after, int limit) {
        return find.upcoming(actor, after, limit);
    }

    /** Up to so many of the customer's visits that are over or do not take place, the latest first. */
    public List<Appointment> past(CustomerActor actor, @Nullable AppointmentPosition after, int limit) {
        return find.past(actor, after, limit);
    }

    /** What happened to an appointment, the first thing first. */
    public Optional<List<AppointmentChange>> history(Actor actor, AppointmentId id) {
        return find.history(actor, id);
    }
}
