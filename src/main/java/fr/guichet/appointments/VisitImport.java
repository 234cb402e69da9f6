package fr.guichet.appointments;

import fr.guichet.appointments.application.AppointmentAudit;
import fr.guichet.appointments.application.VisitRecords;
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
    private final VisitRecords records;

    VisitImport(ImportedVisits visits, Transactions transactions, VisitRecords records) {
        this.visits = visits;
        this.transactions = transactions;
        this.records = records;
    }

    /**
     * Adds them, in one transaction. One that would overlap another of its adviser or customer, be it past or to come, is left out;
     * cancelled ones are in nobody's way.
     *
     * @return how many were added
     */
    public int add(SystemActor actor, List<ImportedVisit> imported) {
        return transactions.call(() -> {
            var added = visits.add(imported);
            records.many(actor, AppointmentAudit.VISITS_IMPORTED, added);
            return added;
        });
    }

    /**
     * Notes as held all visits that are still booked though their day has passed, as their advisers would have.
     *
     * @param before those that ended earlier
     */
    public int settle(SystemActor actor, Instant before) {
        return transactions.call(() -> {
            var settled = visits.settle(before);
            records.many(actor, AppointmentAudit.VISITS_SETTLED, settled);
            return settled;
        });
    }
}
