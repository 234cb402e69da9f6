package fr.guichet.appointments.web;

import static fr.guichet.branches.SampleNetwork.SYSTEM;
import static org.assertj.core.api.Assertions.assertThat;

import fr.guichet.appointments.TestClock;
import fr.guichet.appointments.Town;
import fr.guichet.appointments.web.Visits.Wish;
import fr.guichet.branches.AbsenceKind;
import fr.guichet.branches.ReasonDefinition;
import fr.guichet.branches.ReasonId;
import fr.guichet.branches.SampleNetwork;
import fr.guichet.branches.Wording;
import fr.guichet.shared.AdviserId;
import fr.guichet.testing.Api.Answer;
import fr.guichet.testing.SignIn.As;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Times that cannot be had, each with a problem of its own, whichever way they are asked for. It is Monday 16 November, noon. */
@AppointmentsOverHttp
class RefusedTimesTests {

    private static final String FREE = "2026-11-24T15:00";

    /** What is wrong with a wish. The branch receives on weekdays from 9:00 to 12:30 and from 14:00 to 17:30. */
    enum Fault {
        OFF_GRID("slot-off-grid", "2026-11-23T09:05"),
        OFF_GRID_BY_A_NANOSECOND("slot-off-grid", "2026-11-23T09:00:00.000000001"),
        PAST("slot-in-past", "2026-11-16T11:45"),
        LONG_PAST("slot-in-past", "1950-01-02T10:00"),
        TOO_SOON("notice-too-short", "2026-11-17T11:45"),
        TOO_FAR("beyond-horizon", "2027-01-18T09:00"),
        MUCH_TOO_FAR("beyond-horizon", "2190-01-18T09:00"),
        LUNCH("branch-closed", "2026-11-23T13:00"),
        INTO_LUNCH("branch-closed", "2026-11-23T12:15"),
        SUNDAY("branch-closed", "2026-11-22T10:00"),
        CHRISTMAS("branch-closed", "2026-12-25T10:00"),
        CLOSURE("branch-closed", "2026-11-26T10:00"),
        NOBODY_WORKS("adviser-absent", "2026-11-23T17:30"),
        SICK("adviser-absent", "2026-11-27T10:00"),
        UNSKILLED("adviser-not-qualified", "2026-11-23T09:00"),
        NOBODY_SKILLED("reason-not-offered", "2026-11-23T09:00");

        private final String problem;
        private final String start;

        Fault(String problem, String start) {
            this.problem = problem;
            this.start = start;
        }
    }

    /** The ways to a slot. */
    enum Way {
        HOLD,
        BOOK,
        STAFF,
        MOVE,
        STAFF_MOVE;

        /** A visit that is moved keeps its reason. */
        boolean moves() {
            return this == MOVE || this == STAFF_MOVE;
        }
    }

    private final Town town;
    private final TestClock clock;
    private final People people;
    private final Visits visits;
    private final Records records;

    RefusedTimesTests(Town town, TestClock clock, People people, Visits visits, Records records) {
        this.town = town;
        this.clock = clock;
        this.people = people;
        this.visits = visits;
        this.records = records;
    }

    static Stream<Arguments> all() {
        return Arrays.stream(Way.values()).flatMap(way -> Arrays.stream(Fault.values())
                .filter(fault -> fault != Fault.NOBODY_SKILLED || !way.moves())
                .map(fault -> Arguments.of(way, fault)));
    }

    @BeforeEach
    void noon() {
        clock.set(TestClock.NOON);
    }

    @ParameterizedTest
    @MethodSource("all")
    void eachHasAProblemOfItsOwn(Way way, Fault fault) {
        var place = branch();
        var marie = people.customer(place);
        var reason = fault == Fault.NOBODY_SKILLED ? reason("FALCONRY") : reason("LOAN");
        var wish = new Wish(place, reason, fault.start, adviser(place, fault));
        var visit =
                way.moves() ? visits.book(marie, new Wish(place, reason, FREE)).is(201) : null;
        var before = records.of(place);

        var answer = ask(way, marie, place, wish, visit);

        answer.isProblem(422, fault.problem);
        assertThat(records.of(place)).isEqualTo(before);
        switch (fault.problem) {
            case "notice-too-short" -> assertThat(answer.text("earliest")).isEqualTo("2026-11-17T12:00:00+01:00");
            case "beyond-horizon" -> assertThat(answer.text("latest")).isEqualTo("2027-01-15");
            default -> assertThat(answer.body().has("nearest")).isFalse();
        }
    }

    @Test
    void aReasonThatIsNoLongerOfferedCannotBeBooked() {
        var place = town.place(1);
        var marie = people.customer(place);
        var reason = town.administration()
                .defineReason(
                        SYSTEM,
                        new ReasonDefinition(
                                SampleNetwork.code().toUpperCase(Locale.ROOT),
                                new Wording("Fauconnerie", "Falconry"),
                                new Wording("", ""),
                                Duration.ofMinutes(30),
                                Duration.ZERO,
                                Duration.ZERO,
                                Duration.ZERO,
                                60,
                                Set.of(),
                                List.of(),
                                false))
                .orThrow();

        visits.hold(marie, new Wish(place, reason, FREE)).isProblem(422, "reason-not-offered");
        visits.book(marie, new Wish(place, reason, FREE)).isProblem(422, "reason-not-offered");
    }

    @Test
    void theLastMomentsThatAreGoodEnough() {
        var place = branch();
        var reason = reason("LOAN");

        visits.book(people.customer(place), new Wish(place, reason, "2026-11-17T12:00"))
                .is(201);
        visits.book(people.customer(place), new Wish(place, reason, "2027-01-15T17:00"))
                .is(201);
        visits.book(people.customer(place), new Wish(place, reason, "2026-11-23T12:00"))
                .is(201);
    }

    @Test
    void staffCannotGiveAVisitToWhoCannotReceiveIt() {
        var place = branch();
        var elsewhere = branch();
        var marie = people.customer(place);
        var manager = people.manager(place);
        var visit = visits.book(marie, new Wish(place, reason("LOAN"), "2026-11-27T10:00", place.adviser(2)))
                .is(201);
        var before = records.of(place);

        visits.reassign(manager, visit, place.adviser(0)).isProblem(422, "adviser-absent");
        visits.reassign(manager, visit, place.adviser(1)).isProblem(422, "adviser-not-qualified");
        visits.reassign(manager, visit, elsewhere.adviser(0)).isProblem(404, "not-found");
        visits.reassign(manager, visit, AdviserId.next()).isProblem(404, "not-found");
        assertThat(records.of(place)).isEqualTo(before);
    }

    @Test
    void whatIsNotThereCannotBeBooked() {
        var place = branch();
        var elsewhere = branch();
        var marie = people.customer(place);
        var reason = reason("LOAN");

        visits.book(marie, new Wish(place, reason, FREE, elsewhere.adviser(0))).isProblem(404, "not-found");
        visits.book(marie, new Wish(place, new ReasonId(place.branch().value()), FREE))
                .isProblem(404, "not-found");
        visits.hold(marie, new Wish(place, new ReasonId(place.branch().value()), FREE))
                .isProblem(404, "not-found");
    }

    private Answer ask(Way way, As marie, Town.Place place, Wish wish, @Nullable Answer visit) {
        return switch (way) {
            case HOLD -> visits.hold(marie, wish);
            case BOOK -> visits.book(marie, wish);
            case STAFF -> visits.bookFor(people.manager(place), marie, wish);
            case MOVE -> visits.move(marie, Objects.requireNonNull(visit), wish);
            case STAFF_MOVE -> visits.move(people.manager(place), Objects.requireNonNull(visit), wish);
        };
    }

    private static @Nullable AdviserId adviser(Town.Place place, Fault fault) {
        return switch (fault) {
            case UNSKILLED -> place.adviser(1);
            case SICK -> place.adviser(0);
            default -> null;
        };
    }

    /** Closed on the 26th; the first adviser is away on the 27th, the second cannot do loans. */
    private Town.Place branch() {
        var place = town.place(SampleNetwork.branch(
                SampleNetwork.adviser("A", "LOAN"), SampleNetwork.adviser("B"), SampleNetwork.adviser("C", "LOAN")));
        town.administration()
                .addClosure(
                        SYSTEM, place.branch(), SampleNetwork.span("2026-11-26T08:00", "2026-11-26T12:00"), "Travaux")
                .orThrow();
        town.administration()
                .recordAbsence(
                        SYSTEM,
                        place.adviser(0),
                        SampleNetwork.span("2026-11-27T08:00", "2026-11-27T12:00"),
                        AbsenceKind.UNPLANNED)
                .orThrow();
        return place;
    }

    /** Half an hour, a day of notice, 60 days ahead. */
    private ReasonId reason(String skill) {
        return town.reason(30, 0, 0, Duration.ofDays(1), 60, skill);
    }
}
