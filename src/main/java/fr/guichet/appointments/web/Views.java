package fr.guichet.appointments.web;

import fr.guichet.appointments.Appointment;
import fr.guichet.appointments.AppointmentId;
import fr.guichet.appointments.Appointments;
import fr.guichet.appointments.WaitingEntry;
import fr.guichet.appointments.WaitingList;
import fr.guichet.appointments.calendar.CalendarLinks;
import fr.guichet.appointments.domain.ChangeRules;
import fr.guichet.branches.AdviserSchedule;
import fr.guichet.branches.BranchSchedule;
import fr.guichet.branches.Schedules;
import fr.guichet.branches.VisitReason;
import fr.guichet.customers.Customer;
import fr.guichet.customers.Customers;
import fr.guichet.customers.PhoneNumber;
import fr.guichet.shared.Actor;
import fr.guichet.shared.Actor.CustomerActor;
import fr.guichet.shared.AdviserId;
import fr.guichet.shared.BranchId;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Puts together what a caller reads of visits: names from where they are kept, words in the reader's language, what may be done. */
@Component
class Views {

    private static final String UNKNOWN = "–";

    private final Appointments appointments;
    private final WaitingList waiting;
    private final Schedules schedules;
    private final Customers customers;
    private final CalendarEntries calendar;
    private final Clock clock;

    Views(
            Appointments appointments,
            WaitingList waiting,
            Schedules schedules,
            Customers customers,
            CalendarEntries calendar,
            Clock clock) {
        this.appointments = appointments;
        this.waiting = waiting;
        this.schedules = schedules;
        this.customers = customers;
        this.calendar = calendar;
        this.clock = clock;
    }

    AppointmentView of(Actor actor, Appointment appointment) {
        return of(actor, List.of(appointment)).getFirst();
    }

    /** A visit just booked, so nobody waits for an earlier one yet. */
    AppointmentView fresh(Actor actor, Appointment appointment) {
        var customer = customers.find(appointment.customer());
        return view(actor, appointment, customer.orElse(null), null);
    }

    /** In the order given; names and entries of all of them are read at once. */
    List<AppointmentView> of(Actor actor, List<Appointment> visits) {
        var names = customers.findAll(
                visits.stream().map(Appointment::customer).distinct().toList());
        var entries = entries(actor, visits);
        return visits.stream()
                .map(visit -> view(actor, visit, names.get(visit.customer()), entries.get(visit.id())))
                .toList();
    }

    WaitingEntryView of(WaitingEntry entry) {
        var schedule = schedule(entry.branch());
        var offer = Optional.ofNullable(entry.offer())
                .filter(kept -> clock.instant().isBefore(kept.until()));
        return new WaitingEntryView(
                entry.id().value(),
                entry.appointment().value(),
                entry.earliest(),
                entry.latest(),
                entry.partOfDay(),
                offer.isPresent() ? WaitingEntryView.Status.OFFERED : WaitingEntryView.Status.WAITING,
                offer.map(kept -> new WaitingEntryView.Offer(
                                kept.id().value(),
                                local(kept.start(), schedule.zone()),
                                local(kept.end(), schedule.zone()),
                                nameOf(schedule, kept.adviser()),
                                local(kept.until(), schedule.zone())))
                        .orElse(null),
                entry.version());
    }

    BranchSchedule schedule(BranchId branch) {
        return schedules.of(branch).orElseThrow();
    }

    static String nameOf(BranchSchedule schedule, AdviserId adviser) {
        return schedule.adviser(adviser).map(AdviserSchedule::displayName).orElse(UNKNOWN);
    }

    static OffsetDateTime local(Instant instant, ZoneId zone) {
        return instant.atZone(zone).toOffsetDateTime();
    }

    private AppointmentView view(
            Actor actor, Appointment visit, @Nullable Customer customer, @Nullable WaitingEntry entry) {
        var schedule = schedule(visit.branch());
        var zone = schedule.zone();
        var words = calendar.words(schedule, LocaleContextHolder.getLocale());
        return new AppointmentView(
                visit.id().value(),
                AppointmentView.Status.of(visit.status()),
                new AppointmentView.Customer(
                        visit.customer().value(),
                        customer == null ? UNKNOWN : customer.displayName(),
                        actor instanceof CustomerActor ? null : phone(customer)),
                AppointmentView.Branch.of(schedule),
                reason(visit),
                new AppointmentView.Adviser(visit.adviser().value(), nameOf(schedule, visit.adviser())),
                local(visit.start(), zone),
                local(visit.end(), zone),
                local(ChangeRules.changeableUntil(visit), zone),
                appointments.allowed(actor, visit),
                new AppointmentView.Links(
                        "/api/appointments/" + visit.id() + "/calendar.ics",
                        CalendarLinks.google(words.title(), words.place(), visit.start(), visit.end()),
                        CalendarLinks.outlook(words.title(), words.place(), visit.start(), visit.end())),
                entry == null ? null : of(entry),
                visit.version());
    }

    private AppointmentView.Reason reason(Appointment visit) {
        var language = LocaleContextHolder.getLocale();
        return schedules
                .reason(visit.reason())
                .map(reason -> new AppointmentView.Reason(
                        reason.id().value(), reason.name().in(language), documents(reason)))
                .orElseGet(() -> new AppointmentView.Reason(visit.reason().value(), UNKNOWN, List.of()));
    }

    private static List<String> documents(VisitReason reason) {
        var language = LocaleContextHolder.getLocale();
        return reason.requiredDocuments().stream()
                .map(document -> document.in(language))
                .toList();
    }

    private Map<AppointmentId, WaitingEntry> entries(Actor actor, List<Appointment> visits) {
        if (!(actor instanceof CustomerActor)) {
            return Map.of();
        }
        var open = visits.stream()
                .filter(visit -> visit.status().isOpen())
                .map(Appointment::id)
                .toList();
        return waiting.of(open).stream().collect(Collectors.toMap(WaitingEntry::appointment, Function.identity()));
    }

    private static @Nullable String phone(@Nullable Customer customer) {
        PhoneNumber phone = customer == null ? null : customer.phone();
        return phone == null ? null : phone.value();
    }
}
