package fr.guichet.appointments.web;

import static fr.guichet.testing.SignIn.nobody;
import static org.assertj.core.api.Assertions.assertThat;

import fr.guichet.appointments.TestClock;
import fr.guichet.appointments.Town;
import fr.guichet.appointments.web.Visits.Wish;
import fr.guichet.testing.Api;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Refusals speak the language of the account; to passers-by, that of the browser. */
@AppointmentsOverHttp
class ReadersWordsTests {

    private final Town town;
    private final TestClock clock;
    private final People people;
    private final Visits visits;
    private final Api api;

    ReadersWordsTests(Town town, TestClock clock, People people, Visits visits, Api api) {
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

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            2026-11-23T09:05 | Les rendez-vous de cette agence commencent toutes les 15\u00a0min. | Visits to this branch start every 15\u00a0min.
            2026-11-16T11:45 | Choisissez un horaire à venir.                                     | Please choose a time to come.
            2027-01-18T09:00 | vous pouvez réserver jusqu’au vendredi 15 janvier 2027.            | you can book until Friday 15 January 2027.
            2026-11-22T10:00 | L’agence est fermée à cet horaire                                  | The branch is closed at this time
            2026-11-23T10:00 | Ce créneau vient d’être pris                                       | This slot has just been taken
            """)
    void theLanguageOfTheAccount(String start, String french, String english) {
        var place = town.place(1);
        var reason = town.reason();
        visits.book(people.customer(place), new Wish(place, reason, "2026-11-23T10:00"))
                .is(201);
        var wish = new Wish(place, reason, start);

        var toMarie = visits.book(people.customer(place), wish, "Accept-Language", "en");
        var toMary = visits.book(people.englishCustomer(place), wish, "Accept-Language", "fr");

        assertThat(toMarie.text("title") + " " + toMarie.text("detail")).contains(french);
        assertThat(toMary.text("title") + " " + toMary.text("detail")).contains(english);
        assertThat(toMary.text("type")).isEqualTo(toMarie.text("type"));
    }

    @Test
    void faultsInFieldsAreSaidInItToo() {
        var place = town.place(1);
        var body = "{\"branchId\": \"%s\", \"reasonId\": \"%s\"}".formatted(place.branch(), town.reason());

        assertThat(api.post(people.customer(place), "/api/holds", body)
                        .isProblem(422, "invalid-request")
                        .text("errors/0/message"))
                .isEqualTo("Cette information est nécessaire.");
        assertThat(api.post(people.englishCustomer(place), "/api/holds", body)
                        .isProblem(422, "invalid-request")
                        .text("errors/0/message"))
                .isEqualTo("This information is needed.");
    }

    @Test
    void passersByAreAnsweredInTheirBrowsersLanguage() {
        var path = "/api/slots?branch=%s&reason=%s&from=2026-11-23&to=2026-11-23"
                .formatted(UUID.randomUUID(), UUID.randomUUID());

        assertThat(api.get(nobody(), path, "fr").isProblem(404, "not-found").text("title"))
                .isEqualTo("Introuvable");
        assertThat(api.get(nobody(), path, "en-GB").isProblem(404, "not-found").text("title"))
                .isEqualTo("Not found");
    }
}
