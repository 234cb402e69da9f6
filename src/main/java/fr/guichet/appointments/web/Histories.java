package fr.guichet.appointments.web;

import fr.guichet.appointments.Appointment;
import fr.guichet.appointments.AppointmentChange;
import fr.guichet.appointments.AppointmentChange.By;
import fr.guichet.appointments.AppointmentChange.What;
import fr.guichet.branches.BranchSchedule;
import fr.guichet.customers.Customer;
import fr.guichet.customers.Customers;
import fr.guichet.identity.AccountView;
import fr.guichet.identity.Accounts;
import fr.guichet.shared.AdviserId;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells the history of a visit with the names of those who made it. */
@Component
class Histories {

    private final Views views;
    private final Customers customers;
    private final Accounts accounts;

    Histories(Views views, Customers customers, Accounts accounts) {
        this.views = views;
        this.customers = customers;
        this.accounts = accounts;
    }

    List<HistoryEntry> of(Appointment appointment, List<AppointmentChange> changes) {
        var schedule = views.schedule(appointment.branch());
        var customer = customers.find(appointment.customer()).map(Customer::displayName);
        return changes.stream().map(change -> entry(change, schedule, customer)).toList();
    }

    private HistoryEntry entry(AppointmentChange change, BranchSchedule schedule, Optional<String> customer) {
        return new HistoryEntry(
                Views.local(change.at(), schedule.zone()),
                change.by(),
                name(change, customer).orElse(null),
                change.what(),
                told(change.what(), change.fromStart(), change.fromAdviser(), schedule),
                told(change.what(), change.toStart(), change.toAdviser(), schedule),
                change.reason());
    }

    private Optional<String> name(AppointmentChange change, Optional<String> customer) {
        var account = change.account();
        if (change.by() == By.CUSTOMER) {
            return customer;
        }
        return account == null ? Optional.empty() : accounts.recent(account).map(AccountView::displayName);
    }

    private static @Nullable String told(
            What what, @Nullable Instant start, @Nullable AdviserId adviser, BranchSchedule schedule) {
        return switch (what) {
            case MOVED ->
                start == null
                        ? null
                        : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(Views.local(start, schedule.zone()));
            case REASSIGNED -> adviser == null ? null : Views.nameOf(schedule, adviser);
            case BOOKED, CANCELLED, CHECKED_IN, STARTED, FINISHED, NO_SHOW -> null;
        };
    }
}
