package fr.guichet.appointments.web;

import fr.guichet.appointments.Appointment;
import fr.guichet.appointments.AppointmentId;
import fr.guichet.appointments.Appointments;
import fr.guichet.appointments.WaitingEntry;
import fr.guichet.appointments.WaitingList;
import fr.guichet.appointments.calendar.CalendarLinks;
import fr.guichet.appointments.domain.ChangeRules;
import fr.guichet.branches.BranchSchedule;
import fr.guichet.branches.Schedules;
import fr.guichet.branches.VisitReason;
import fr.guichet.branches.Wording;
import fr.guichet.customers.Customer;
import fr.guichet.customers.Customers;
import fr.guichet.shared.Actor;
import fr.guichet.shared.Actor.StaffActor;
import fr.guichet.shared.CustomerId;
import fr.guichet.shared.PhoneNumber;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Dresses visits for a reader: names, places and words, fetched once for any number of visits. */
@Component
class AppointmentViews {

    private final Appointments appointments;
    private final WaitingList waitingList;
    private final Customers customers;
    private final Schedules schedules;
    private final CalendarWords words;

    AppointmentViews(
            Appointments appointments,
            WaitingList waitingList,
            Customers customers,
            Schedules schedules,
            CalendarWords words) {
        this.appointments = appointments;
        this.waitingList = waitingList;
        this.customers = customers;
        this.schedules = schedules;
        this.words = words;
    }

    AppointmentView of(Actor reader, Appointment visit, Locale language) {
        return of(reader, List.of(visit), language).getFirst();
    }

    /** In the order given. */
    List<AppointmentView> of(Actor reader, List<Appointment> visits, Locale language) {
        Map<CustomerId, Customer> people =
                customers.findAll(visits.stream().map(Appointment::customer).collect(Collectors.toSet()));
        Map<AppointmentId, WaitingEntry> waiting =
                waitingList.of(visits.stream().map(Appointment::id).toList()).stream()
                        .collect(Collectors.toMap(WaitingEntry::appointment, Function.identity()));
        return visits.stream()
                .map(visit -> view(
                        reader,
                        visit,
                        Optional.ofNullable(people.get(visit.customer())),
                        waiting.get(visit.id()),
                        language))
                .toList();
    }

    private AppointmentView view(
            Actor reader,
            Appointment visit,
            Optional<Customer> customer,
            @Nullable WaitingEntry waiting,
            Locale language) {
        var branch = schedules.of(visit.branch()).orElseThrow();
        var reason = schedules.reason(visit.reason()).orElseThrow();
        var times = new LocalTimes(branch.zone());
        return new AppointmentView(
                visit.id().value(),
                visit.status(),
                appointments.mayOpen(reader, visit)
                        ? visitor(visit.customer(), customer, reader instanceof StaffActor)
                        : new AppointmentView.Visitor(visit.customer().value(), words.somebody(language), null),
                place(branch),
                reason(reason, language),
                new AppointmentView.Adviser(visit.adviser().value(), Names.of(branch, visit.adviser())),
                times.of(visit.start()),
                times.of(visit.end()),
                times.of(ChangeRules.changeableUntil(visit)),
                List.copyOf(appointments.allowed(reader, visit)),
                links(visit, branch, language),
                waiting == null ? null : WaitingEntryView.of(waiting, branch),
                visit.version());
    }

    private static AppointmentView.Visitor visitor(CustomerId id, Optional<Customer> customer, boolean forStaff) {
        return new AppointmentView.Visitor(
                id.value(),
                customer.map(Customer::displayName).orElse(""),
                customer.filter(found -> forStaff)
                        .map(Customer::phone)
                        .map(PhoneNumber::value)
                        .orElse(null));
    }

    private static AppointmentView.Place place(BranchSchedule branch) {
        return new AppointmentView.Place(
                branch.id().value(),
                branch.name(),
                branch.address(),
                branch.zone().getId(),
                branch.phone());
    }

    private static AppointmentView.Reason reason(VisitReason reason, Locale language) {
        return new AppointmentView.Reason(
                reason.id().value(),
                reason.name().in(language),
                reason.requiredDocuments().stream()
                        .map((Wording document) -> document.in(language))
                        .toList());
    }

    private AppointmentView.Links links(Appointment visit, BranchSchedule branch, Locale language) {
        var title = words.title(branch, language);
        var place = words.place(branch);
        return new AppointmentView.Links(
                "/api/appointments/" + visit.id() + "/calendar.ics",
                CalendarLinks.google(title, place, visit.start(), visit.end()),
                CalendarLinks.outlook(title, place, visit.start(), visit.end()));
    }
}
