package fr.guichet.appointments.application;

import fr.guichet.appointments.persistence.AppointmentStore;
import fr.guichet.appointments.persistence.WaitingStore;
import fr.guichet.platform.database.Transactions;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * Clears away holds and offers that have run out, and ends the waiting for visits that have begun. Nobody waits for this: whoever wants such a slot has it at once. But customers on the
 * waiting list are to hear of it, and tables are to stay small.
 */
@Component
public class LapseHolds {

    private static final int AT_ONCE = 200;
    private static final Duration HOLDS_KEPT = Duration.ofDays(1);
    private static final Duration ENTRIES_KEPT = Duration.ofDays(400);

    private final Transactions transactions;
    private final SlotDesk desk;
    private final AppointmentStore store;
    private final WaitingStore waiting;

    LapseHolds(Transactions transactions, SlotDesk desk, AppointmentStore store, WaitingStore waiting) {
        this.transactions = transactions;
        this.desk = desk;
        this.store = store;
        this.waiting = waiting;
    }

    /** Any number of instances may do so at the same time. */
    public void run() {
        int lapsed;
        do {
            lapsed = transactions.call(this::some);
        } while (lapsed == AT_ONCE);
        transactions.call(() -> waiting.endPassed(desk.now()));
        transactions.call(() -> store.forgetLapsed(desk.now().minus(HOLDS_KEPT)));
        transactions.call(() -> waiting.forgetClosed(desk.now().minus(ENTRIES_KEPT)));
    }

    private int some() {
        var now = desk.now();
        var ids = store.lapsed(now, AT_ONCE);
        desk.lapse(ids, now);
        return ids.size();
    }
}
