package fr.guichet.appointments;

import static fr.guichet.appointments.Town.at;
import static fr.guichet.appointments.Town.customer;
import static fr.guichet.appointments.Town.done;
import static fr.guichet.appointments.Town.owner;
import static org.assertj.core.api.Assertions.assertThat;

import fr.guichet.appointments.NeedsAction.Cause;
import fr.guichet.appointments.application.Calendars;
import fr.guichet.branches.AbsenceKind;
import fr.guichet.branches.SampleNetwork;
import fr.guichet.shared.Actor.StaffActor;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What staff look at. */
@AppointmentsTest
class CalendarTests {

    private static final LocalDate MONDAY = SampleNetwork.MONDAY;

    private final Town town;
    private final Appointments appointments;
    private final Calendars calendars;
    private final TestClock clock;

    CalendarTests(Town town, Appointments appointments, Calendars calendars, TestClock clock) {
        this.town = town;
        this.appointments = appointments;
        this.calendars = calendars;
        this.clock = clock;
    }

    @BeforeEach
    void noon() {
        clock.set(TestClock.NOON);
    }

    @Test
    void theDaysOfAnAdviser() {
        var place = town.place(2);
        var reason = town.reason();
        var nine = town.book(customer(), place, 0, reason, "2026-11-23T09:00");
        var cancelled = town.book(customer(), place, 0, reason, "2026-11-23T10:00");
        done(appointments.cancel(owner(cancelled), new CancelAppointment(cancelled.id(), cancelled.version(), null)));
        var tuesday = town.book(customer(), place, 0, reason, "2026-11-24T09:00");
        town.book(customer(), place, 1, reason, "2026-11-23T09:00");
        done(appointments.hold(
                customer(), new HoldSlot(place.branch(), reason, at("2026-11-23T11:00"), place.adviser(0))));

        var calendar = calendars
                .adviser(place.manager(), place.adviser(0), MONDAY, MONDAY.plusDays(2))
                .orElseThrow();

        assertThat(calendar.days())
                .extracting(AdviserCalendar.Day::date)
                .containsExactly(MONDAY, MONDAY.plusDays(1), MONDAY.plusDays(2));
        assertThat(calendar.days().getFirst().appointments())
                .extracting(Appointment::id)
                .containsExactly(nine.id(), cancelled.id());
        assertThat(calendar.days().get(1).appointments()).containsExactly(tuesday);
        assertThat(calendar.days().getFirst().working()).hasSize(2);
        assertThat(calendars.adviser(town.place(1).manager(), place.adviser(0), MONDAY, MONDAY))
                .isEmpty();
        assertThat(calendars.adviser(SampleNetwork.administrator(), place.adviser(0), MONDAY, MONDAY))
                .isPresent();
    }

    @Test
    void theDayOfABranch() {
        var place = town.place(2);
        var visit = town.book(customer(), place, 1, town.reason(), "2026-11-23T09:00");
        town.administration()
                .addClosure(
                        SampleNetwork.SYSTEM,
                        place.branch(),
                        SampleNetwork.span("2026-11-23T08:00", "2026-11-23T12:00"),
                        "Travaux")
                .orThrow();

        var calendar = calendars.branch(place.manager(), place.branch(), MONDAY).orElseThrow();

        assertThat(calendar.open())
                .containsExactly(
                        SampleNetwork.span("2026-11-23T12:00", "2026-11-23T12:30"),
                        SampleNetwork.span("2026-11-23T14:00", "2026-11-23T18:00"));
        assertThat(calendar.closure()).isPresent();
        assertThat(calendar.advisers()).hasSize(2);
        assertThat(calendar.advisers().get(1).days().getFirst().appointments()).containsExactly(visit);
        assertThat(calendar.advisers().get(1).days().getFirst().receiving())
                .containsExactly(
                        SampleNetwork.span("2026-11-23T12:00", "2026-11-23T12:30"),
                        SampleNetwork.span("2026-11-23T14:00", "2026-11-23T17:30"));
        assertThat(calendar.needingAction()).isEqualTo(1);
        assertThat(calendars.branch(town.place(1).manager(), place.branch(), MONDAY))
                .isEmpty();
    }

    @Test
    void visitsThatCannotTakePlaceAreListedUntilSomeoneActs() {
        var place = town.place(3);
        var reason = town.reason();
        var closed = town.book(customer(), place, 0, reason, "2026-11-23T09:00");
        var absent = town.book(customer(), place, 1, reason, "2026-11-24T09:00");
        var dayOff = town.book(customer(), place, 2, reason, "2026-11-25T09:00");
        town.book(customer(), place, 2, reason, "2026-11-26T09:00");
        assertThat(needing(place, place.manager(), null, null)).isEmpty();

        town.administration()
                .addClosure(
                        SampleNetwork.SYSTEM,
                        place.branch(),
                        SampleNetwork.span("2026-11-23T08:00", "2026-11-23T12:00"),
                        "Travaux")
                .orThrow();
        town.administration()
                .recordAbsence(
                        SampleNetwork.SYSTEM,
                        place.adviser(1),
                        SampleNetwork.span("2026-11-24T09:15", "2026-11-24T12:00"),
                        AbsenceKind.UNPLANNED)
                .orThrow();
        town.administration()
                .setDay(SampleNetwork.SYSTEM, place.adviser(2), LocalDate.parse("2026-11-25"), List.of())
                .orThrow();

        assertThat(needing(place, place.manager(), null, null))
                .containsExactly(
                        new NeedsAction(closed, Cause.BRANCH_CLOSED),
                        new NeedsAction(absent, Cause.ADVISER_ABSENT),
                        new NeedsAction(dayOff, Cause.OUTSIDE_HOURS));
        assertThat(needing(place, place.manager(), MONDAY.plusDays(1), MONDAY.plusDays(1)))
                .containsExactly(new NeedsAction(absent, Cause.ADVISER_ABSENT));

        done(appointments.reassign(
                place.manager(), new ReassignAppointment(absent.id(), absent.version(), place.adviser(0), null)));
        clock.set(at("2026-11-24T00:00").plus(Duration.ofHours(1)));
        assertThat(needing(place, place.manager(), null, null))
                .extracting(NeedsAction::cause)
                .containsExactly(Cause.OUTSIDE_HOURS);
    }

    private List<NeedsAction> needing(
            Town.Place place, StaffActor staff, @Nullable LocalDate from, @Nullable LocalDate to) {
        return calendars.needingAction(staff, place.branch(), from, to).orElseThrow();
    }
}
