package fr.guichet.appointments;

import fr.guichet.appointments.persistence.ImportedVisits;
import fr.guichet.platform.database.Transactions;
import fr.guichet.shared.Actor.SystemActor;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Brings in visits that were booked elsewhere, with their history, by the thousand. No events: for the house they are not news. */
@Component
public class VisitImport {

    private final ImportedVisits visits;
    private final Transactions transactions;

    VisitImport(ImportedVisits visits, Transactions transactions) {
        this.visits = visits;
        this.transactions = transactions;
    }

    /**
     * Adds them, in one transaction. One that would overlap another of its adviser or customer, be it past or to come, is left out;
     * cancelled ones are in nobody's way.
     *
     * @return how many were added
     */
    public int add(SystemActor actor, List<ImportedVisit> imported) {
        return transactions.call(() -> visits.add(imported));
    }

    /**
     * Notes as held all visits that are still booked though their day has passed, as their advisers would have.
     *
     * @param before those that ended earlier
     */
    public int settle(SystemActor actor, Instant before) {
        return transactions.call(() -> visits.settle(before));
    }
}
