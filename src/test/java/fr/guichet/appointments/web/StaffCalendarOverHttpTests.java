package fr.guichet.appointments.web;

import static fr.guichet.branches.SampleNetwork.SYSTEM;
import static org.assertj.core.api.Assertions.assertThat;

import fr.guichet.appointments.TestClock;
import fr.guichet.appointments.Town;
import fr.guichet.appointments.web.Visits.Wish;
import fr.guichet.branches.AbsenceKind;
import fr.guichet.branches.SampleNetwork;
import fr.guichet.testing.Api;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Closures and absences over booked visits: the visits stay, and are listed until somebody has seen to them. */
@AppointmentsOverHttp
class StaffCalendarOverHttpTests {

    private final Town town;
    private final TestClock clock;
    private final People people;
    private final Visits visits;
    private final Api api;

    StaffCalendarOverHttpTests(Town town, TestClock clock, People people, Visits visits, Api api) {
        this.town = town;
        this.clock = clock;
        this.people = people;
        this.visits = visits;
        this.api = api;
    }

    @BeforeEach
    void noon() {
        clock.set(TestClock.NOON);
    }

    @Test
    void aVisitOfAnAbsentAdviserIsListedUntilItIsGivenAway() {
        var place = town.place(2);
        var marie = people.customer(place);
        var david = people.manager(place);
        var visit = visits.book(marie, new Wish(place, town.reason(), "2026-11-23T09:00", place.adviser(0)))
                .is(201);
        var needing = "/api/branches/" + place.branch() + "/needing-action";
        assertThat(api.get(david, needing).is(200).body()).isEmpty();

        town.administration()
                .recordAbsence(
                        SYSTEM,
                        place.adviser(0),
                        SampleNetwork.span("2026-11-23T08:00", "2026-11-23T18:00"),
                        AbsenceKind.UNPLANNED)
                .orThrow();

        var listed = api.get(david, needing).is(200);
        assertThat(listed.body()).hasSize(1);
        assertThat(listed.text("0/cause")).isEqualTo("ADVISER_ABSENT");
        assertThat(listed.text("0/appointment/id")).isEqualTo(visit.text("id"));
        assertThat(visits.get(marie, visit).text("status")).isEqualTo("BOOKED");
        var day = api.get(david, "/api/branches/" + place.branch() + "/calendar?date=2026-11-23")
                .is(200);
        assertThat(day.text("needingAction")).isEqualTo("1");
        assertThat(day.text("advisers/0/appointments/0/id")).isEqualTo(visit.text("id"));
        assertThat(day.text("advisers/0/absences/0/kind")).isEqualTo("UNPLANNED");

        visits.reassign(david, visit, place.adviser(1)).is(200);

        assertThat(api.get(david, needing).is(200).body()).isEmpty();
        var week = api.get(david, "/api/advisers/" + place.adviser(1) + "/calendar?from=2026-11-23&to=2026-11-29")
                .is(200);
        assertThat(week.body().at("/days")).hasSize(7);
        assertThat(week.text("days/0/appointments/0/id")).isEqualTo(visit.text("id"));
    }
}
