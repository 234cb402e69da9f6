package fr.guichet.appointments;

import static fr.guichet.appointments.AppointmentStatus.BOOKED;
import static fr.guichet.appointments.AppointmentStatus.CANCELLED;
import static fr.guichet.appointments.AppointmentStatus.FINISHED;
import static fr.guichet.appointments.AppointmentStatus.NO_SHOW;
import static fr.guichet.appointments.Town.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.guichet.appointments.AppointmentChange.What;
import fr.guichet.branches.Schedules;
import fr.guichet.branches.VisitReason;
import fr.guichet.shared.AccountId;
import fr.guichet.shared.Actor.CustomerActor;
import fr.guichet.shared.Actor.SystemActor;
import fr.guichet.shared.CustomerId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Visits that were booked elsewhere: whatever the file says, nobody is double-booked, not even in the past. */
@AppointmentsTest
class VisitImportTests {

    private static final SystemActor IMPORT = new SystemActor("import");
    private static final String NINE = "2026-11-09T09:00";

    private final Town town;
    private final VisitImport visits;
    private final Appointments appointments;
    private final Schedules schedules;
    private final TestClock clock;

    VisitImportTests(Town town, VisitImport visits, Appointments appointments, Schedules schedules, TestClock clock) {
        this.town = town;
        this.visits = visits;
        this.appointments = appointments;
        this.schedules = schedules;
        this.clock = clock;
    }

    @BeforeEach
    void noon() {
        clock.set(TestClock.NOON);
    }

    @ParameterizedTest
    @CsvSource({
        "FINISHED, FINISHED",
        "FINISHED, NO_SHOW",
        "NO_SHOW, FINISHED",
        "BOOKED, FINISHED",
        "FINISHED, BOOKED",
        "BOOKED, BOOKED"
    })
    void anAdviserReceivesOneAtATime(AppointmentStatus first, AppointmentStatus second) {
        var place = town.place(1);
        var reason = reason(0, 0);
        var visit = visit(place, 0, reason, CustomerId.next(), NINE, first);
        var other = visit(place, 0, reason, CustomerId.next(), "2026-11-09T09:15", second);

        assertThat(visits.add(IMPORT, List.of(visit, other))).isEqualTo(1);
        assertThat(visits.add(IMPORT, List.of(other)))
                .as("in a file of its own")
                .isZero();
        assertThat(statuses(place)).containsExactly(first.name());
    }

    @Test
    void buffersCount() {
        var place = town.place(1);
        var reason = reason(10, 5);

        assertThat(visits.add(
                        IMPORT,
                        List.of(
                                visit(place, 0, reason, CustomerId.next(), NINE, FINISHED),
                                visit(place, 0, reason, CustomerId.next(), "2026-11-09T09:30", FINISHED),
                                visit(place, 0, reason, CustomerId.next(), "2026-11-09T09:45", NO_SHOW))))
                .isEqualTo(2);
    }

    @Test
    void aCustomerIsInOnePlaceAtATime() {
        var place = town.place(1);
        var elsewhere = town.place(1);
        var reason = reason(0, 0);
        var marie = CustomerId.next();

        assertThat(visits.add(IMPORT, List.of(visit(place, 0, reason, marie, NINE, FINISHED))))
                .isEqualTo(1);
        assertThat(visits.add(IMPORT, List.of(visit(elsewhere, 0, reason, marie, "2026-11-09T09:15", NO_SHOW))))
                .isZero();
        assertThat(visits.add(IMPORT, List.of(visit(elsewhere, 0, reason, marie, "2026-11-09T09:30", NO_SHOW))))
                .isEqualTo(1);
    }

    @Test
    void cancelledVisitsAreInNobodysWay() {
        var place = town.place(1);
        var reason = reason(0, 0);

        assertThat(visits.add(
                        IMPORT,
                        List.of(
                                visit(place, 0, reason, CustomerId.next(), NINE, CANCELLED),
                                visit(place, 0, reason, CustomerId.next(), NINE, FINISHED),
                                visit(place, 0, reason, CustomerId.next(), NINE, CANCELLED))))
                .isEqualTo(3);
        assertThat(statuses(place)).containsExactlyInAnyOrder("CANCELLED", "CANCELLED", "FINISHED");
    }

    @Test
    void whatIsBookedHereStaysBooked() {
        var place = town.place(1);
        var reason = reason(0, 0);
        var here = town.book(place, reason.id(), "2026-11-23T09:00");

        assertThat(visits.add(IMPORT, List.of(visit(place, 0, reason, CustomerId.next(), "2026-11-23T09:15", BOOKED))))
                .isZero();
        assertThat(appointments.find(Town.owner(here), here.id())).contains(here);
    }

    @Test
    void overlapsAreFoundAcrossThousands() {
        var place = town.place(1);
        var reason = reason(0, 0);
        var all = new ArrayList<ImportedVisit>();
        for (var i = 0; i < 2_500; i++) {
            all.add(new ImportedVisit(
                    CustomerId.next(),
                    place.branch(),
                    place.adviser(0),
                    reason,
                    at(NINE).minus(Duration.ofMinutes(30L * i)),
                    at(NINE).minus(Duration.ofDays(100)),
                    FINISHED));
        }
        all.add(visit(place, 0, reason, CustomerId.next(), NINE, FINISHED));

        assertThat(visits.add(IMPORT, all)).isEqualTo(2_500);
        assertThat(statuses(place)).hasSize(2_500).containsOnly("FINISHED");
    }

    @Test
    void eachComesWithItsHistory() {
        var place = town.place(1);
        var reason = reason(0, 0);
        var marie = new CustomerActor(AccountId.next(), CustomerId.next());
        visits.add(
                IMPORT,
                List.of(
                        visit(place, 0, reason, marie.customer(), NINE, NO_SHOW),
                        visit(place, 0, reason, marie.customer(), "2026-11-23T09:00", BOOKED)));

        var past = appointments.past(marie, null, 10).getFirst();
        assertThat(past.status()).isEqualTo(NO_SHOW);
        assertThat(past.changedAt()).isEqualTo(past.end());
        assertThat(appointments.history(marie, past.id()).orElseThrow())
                .extracting(AppointmentChange::what, AppointmentChange::at)
                .containsExactly(tuple(What.BOOKED, at("2026-11-01T09:00")), tuple(What.NO_SHOW, past.end()));
        var next = appointments.upcoming(marie, null, 10).getFirst();
        assertThat(appointments.history(marie, next.id()).orElseThrow())
                .extracting(AppointmentChange::what)
                .containsExactly(What.BOOKED);
    }

    private VisitReason reason(int before, int after) {
        return schedules
                .reason(town.reason(30, before, after, Duration.ZERO, 60))
                .orElseThrow();
    }

    private static ImportedVisit visit(
            Town.Place place,
            int adviser,
            VisitReason reason,
            CustomerId customer,
            String start,
            AppointmentStatus status) {
        return new ImportedVisit(
                customer, place.branch(), place.adviser(adviser), reason, at(start), at("2026-11-01T09:00"), status);
    }

    private List<@Nullable String> statuses(Town.Place place) {
        return town.jdbc()
                .sql("select status from appointments.appointment where branch_id = :branch")
                .param("branch", place.branch().value())
                .query(String.class)
                .list();
    }
}
