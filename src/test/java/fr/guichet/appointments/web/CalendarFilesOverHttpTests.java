package fr.guichet.appointments.web;

import static fr.guichet.appointments.Town.at;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.guichet.appointments.TestClock;
import fr.guichet.appointments.Town;
import fr.guichet.appointments.web.Visits.Wish;
import fr.guichet.branches.Address;
import fr.guichet.branches.BranchSettings;
import fr.guichet.branches.NewBranch;
import fr.guichet.branches.SampleNetwork;
import fr.guichet.testing.Api;
import fr.guichet.testing.Api.Answer;
import fr.guichet.testing.SignIn.As;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** A visit in the customer's own calendar: the file that replaces itself after each change, and links to calendars on the web. */
@AppointmentsOverHttp
class CalendarFilesOverHttpTests {

    private final Town town;
    private final TestClock clock;
    private final People people;
    private final Visits visits;
    private final Api api;

    CalendarFilesOverHttpTests(Town town, TestClock clock, People people, Visits visits, Api api) {
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
    void theFileKeepsItsUidAndCountsItsChanges() throws Exception {
        var place = town.place(2);
        var marie = people.customer(place);
        var wish = new Wish(place, town.reason(), "2026-11-23T09:00", place.adviser(0));
        var visit = visits.book(marie, wish).is(201);
        var uid = visit.text("id") + "@guichet";
        assertThat(lines(marie, visit))
                .contains(
                        "UID:" + uid,
                        "SEQUENCE:0",
                        "DTSTART:20261123T080000Z",
                        "DTEND:20261123T083000Z",
                        "DTSTAMP:20261116T110000Z",
                        "STATUS:CONFIRMED");

        clock.forward(Duration.ofHours(1));
        var moved = visits.move(marie, visit, wish.at("2026-11-24T10:00")).is(200);
        assertThat(lines(marie, visit))
                .contains(
                        "UID:" + uid,
                        "SEQUENCE:1",
                        "DTSTART:20261124T090000Z",
                        "DTEND:20261124T093000Z",
                        "DTSTAMP:20261116T120000Z",
                        "STATUS:CONFIRMED");

        var given =
                visits.reassign(people.manager(place), moved, place.adviser(1)).is(200);
        assertThat(lines(marie, visit)).contains("UID:" + uid, "SEQUENCE:2", "STATUS:CONFIRMED");

        visits.cancel(marie, given, null).is(200);
        assertThat(lines(marie, visit))
                .contains("UID:" + uid, "SEQUENCE:3", "STATUS:CANCELLED")
                .as("METHOD wants an organizer's address, and we have none")
                .noneMatch(line -> line.startsWith("METHOD"));
    }

    @Test
    void whatHappensOnTheDayDoesNotDisturbTheCalendar() throws Exception {
        var place = town.place(1);
        var marie = people.customer(place);
        var sophie = people.adviser(place, 0);
        var visit = visits.book(marie, new Wish(place, town.reason(), "2026-11-23T09:00"))
                .is(201);
        clock.set(at("2026-11-23T08:55"));

        var here = visits.note(sophie, visit, "check-in").is(200);
        visits.note(sophie, here, "start").is(200);

        assertThat(lines(marie, visit)).contains("SEQUENCE:0", "STATUS:CONFIRMED");
    }

    @Test
    void aProgramThatReadsCalendarsReadsIt() throws Exception {
        var place = town.place(1);
        var marie = people.customer(place);
        var visit = visits.book(marie, new Wish(place, town.reason(), "2026-11-23T09:00"))
                .is(201);
        var answer = file(marie, visit);

        assertThat(answer.header("Content-Type")).isEqualTo("text/calendar;charset=utf-8");
        assertThat(answer.header("Content-Disposition")).isEqualTo("attachment; filename=\"rendez-vous.ics\"");
        assertThat(answer.header("Cache-Control")).contains("no-store");
        var calendar = new CalendarBuilder().build(new StringReader(answer.content()));
        assertThat(calendar.validate().hasErrors()).isFalse();
        var event = calendar.<VEvent>getComponent("VEVENT").orElseThrow();
        assertThat(event.getSummary().getValue()).contains("Agence de l’Hôtel de Ville");
        assertThat(event.getLocation().getValue())
                .isEqualTo("Agence de l’Hôtel de Ville, 12 rue de la République, 69002 Lyon");
        assertThat(answer.content())
                .as("whoever looks at the calendar learns neither why nor who")
                .doesNotContain("Conseil", "Lefèvre", "Marie");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Europe/Paris       | 2026-11-16T12:00:00Z | 2026-11-23T09:00 | +01:00 | 2026-11-23T08:00:00Z
            Europe/Paris       | 2027-03-22T12:00:00Z | 2027-03-26T09:00 | +01:00 | 2027-03-26T08:00:00Z
            Europe/Paris       | 2027-03-22T12:00:00Z | 2027-03-30T09:00 | +02:00 | 2027-03-30T07:00:00Z
            Europe/Paris       | 2026-10-20T12:00:00Z | 2026-10-23T09:00 | +02:00 | 2026-10-23T07:00:00Z
            Europe/Paris       | 2026-10-20T12:00:00Z | 2026-10-26T09:00 | +01:00 | 2026-10-26T08:00:00Z
            America/Martinique | 2026-11-16T12:00:00Z | 2026-11-23T11:45 | -04:00 | 2026-11-23T15:45:00Z
            Indian/Reunion     | 2026-11-16T12:00:00Z | 2026-11-23T09:00 | +04:00 | 2026-11-23T05:00:00Z
            America/Miquelon   | 2027-03-10T12:00:00Z | 2027-03-12T09:00 | -03:00 | 2027-03-12T12:00:00Z
            America/Miquelon   | 2027-03-10T12:00:00Z | 2027-03-15T09:00 | -02:00 | 2027-03-15T11:00:00Z
            Pacific/Noumea     | 2026-11-16T12:00:00Z | 2026-11-23T09:00 | +11:00 | 2026-11-22T22:00:00Z
            """)
    void linksAndFileMeanTheBranchsTime(String zone, Instant now, LocalDateTime local, String offset, Instant instant)
            throws Exception {
        clock.set(now);
        var place = branchIn(ZoneId.of(zone));
        var marie = people.customer(place);
        var start = OffsetDateTime.parse(local + ":00" + offset);
        var visit = api.post(
                        marie,
                        "/api/appointments",
                        "{\"branchId\": \"%s\", \"reasonId\": \"%s\", \"start\": \"%s\"}"
                                .formatted(place.branch(), town.reason(), start))
                .is(201);
        var end = instant.plus(Duration.ofMinutes(30));

        assertThat(OffsetDateTime.parse(visit.text("start"))).isEqualTo(start);
        assertThat(visit.text("start")).endsWith(offset);
        assertThat(visit.text("branch/zone")).isEqualTo(zone);
        assertThat(lines(marie, visit)).contains("DTSTART:" + basic(instant), "DTEND:" + basic(end));

        var google = parameters(visit.text("calendarLinks/google"));
        assertThat(google)
                .containsEntry("action", "TEMPLATE")
                .containsEntry("dates", basic(instant) + "/" + basic(end));
        var outlook = parameters(visit.text("calendarLinks/outlook"));
        assertThat(outlook)
                .containsEntry("startdt", instant.toString())
                .containsEntry("enddt", end.toString())
                .containsEntry("rru", "addevent");
        assertThat(List.of(google.get("text"), outlook.get("subject")))
                .allSatisfy(title -> assertThat(title).isEqualTo("Rendez-vous à la banque – Agence d’ailleurs"));
        assertThat(List.of(google.get("location"), outlook.get("location"))).allSatisfy(location -> assertThat(location)
                .isEqualTo("Agence d’ailleurs, 1 rue du Port, 97400 Saint-Denis"));
        assertThat(visit.text("calendarLinks/ics"))
                .isEqualTo("/api/appointments/" + visit.text("id") + "/calendar.ics");
    }

    @Test
    void theLimitForChangesIsSaidInTheBranchsTime() {
        var place = branchIn(ZoneId.of("America/Martinique"));
        var marie = people.customer(place);
        var visit = visits.book(marie, new Wish(place, town.reason(), "2026-11-23T14:00"))
                .is(201);
        assertThat(visit.text("start")).isEqualTo("2026-11-23T09:00:00-04:00");
        clock.set(at("2026-11-23T12:30"));

        var refused = visits.cancel(marie, visit, null).isProblem(409, "too-late-to-change");

        assertThat(refused.text("limit")).isEqualTo("2026-11-23T07:00:00-04:00");
        assertThat(refused.text("detail")).contains("lundi 23 novembre 2026 à 7\u00a0h\u00a000");
    }

    private Town.Place branchIn(ZoneId zone) {
        return town.place(new NewBranch(
                SampleNetwork.code(),
                new BranchSettings(
                        "Agence d’ailleurs",
                        new Address("1 rue du Port", "97400", "Saint-Denis"),
                        null,
                        zone,
                        null,
                        "Mo-Fr 09:00-12:30",
                        15,
                        "FR"),
                List.of(SampleNetwork.adviser("A"))));
    }

    private Answer file(As who, Answer visit) {
        return api.get(who, "/api/appointments/" + visit.text("id") + "/calendar.ics")
                .is(200);
    }

    private List<String> lines(As who, Answer visit) {
        return List.of(file(who, visit).content().replace("\r\n ", "").split("\r\n"));
    }

    private static String basic(Instant instant) {
        return instant.toString().replaceAll("[-:]", "");
    }

    private static Map<String, String> parameters(String link) {
        var parameters = UriComponentsBuilder.fromUriString(link)
                .build()
                .getQueryParams()
                .toSingleValueMap();
        parameters.replaceAll((name, value) -> UriUtils.decode(value, UTF_8));
        return parameters;
    }
}
