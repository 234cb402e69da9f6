package fr.guichet.appointments;

import fr.guichet.appointments.application.WaitingLists;
import fr.guichet.shared.Actor.CustomerActor;
import fr.guichet.shared.Outcome;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * What customers can ask who would rather come earlier. When something comes free, whoever joined first and can use it has it offered
 * and kept for a while; whether to take it is up to him or her.
 */
@Component
public class WaitingList {

    private final WaitingLists entries;

    WaitingList(WaitingLists entries) {
        this.entries = entries;
    }

    /** The customer's active entries, oldest first. */
    public List<WaitingEntry> of(CustomerActor actor) {
        return entries.of(actor);
    }

    /** The active entries of visits that the caller may see. */
    public List<WaitingEntry> of(Collection<AppointmentId> visits) {
        return entries.of(visits);
    }

    /** One entry for each visit that the customer could still move. */
    public Outcome<WaitingEntry, AppointmentRefusal> join(CustomerActor actor, JoinWaitingList wish) {
        return entries.join(actor, wish);
    }

    public Outcome<WaitingEntryId, AppointmentRefusal> leave(CustomerActor actor, WaitingEntryId id) {
        return entries.leave(actor, id);
    }

    /**
     * Moves the visit to the slot offered.
     *
     * @param version of the entry, as the caller saw it
     */
    public Outcome<Appointment, AppointmentRefusal> accept(CustomerActor actor, WaitingEntryId id, long version) {
        return entries.accept(actor, id, version);
    }

    /** Lets the offer go to the next; the customer waits for another one. */
    public Outcome<WaitingEntry, AppointmentRefusal> decline(CustomerActor actor, WaitingEntryId id) {
        return entries.decline(actor, id);
    }
}
