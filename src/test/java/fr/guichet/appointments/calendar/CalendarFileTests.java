package fr.guichet.appointments.calendar;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Locale;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DtStart;
import org.junit.jupiter.api.Test;
import org.springframework.web.util.UriComponentsBuilder;

class CalendarFileTests {

    private static final String TITLE = "Rendez-vous : Agence de l’Hôtel de Ville, « Lyon » ; 2ᵉ étage";

    @Test
    void saysWhenAndWhereInUtc() {
        var file = text(entry("12 rue de la République, 69002 Lyon", 3, false));

        assertThat(file)
                .startsWith("BEGIN:VCALENDAR\r\n")
                .endsWith("END:VCALENDAR\r\n")
                .contains("\r\nVERSION:2.0\r\n")
                .contains("\r\nUID:0199@guichet\r\n")
                .contains("\r\nSEQUENCE:3\r\n")
                .contains("\r\nDTSTAMP:20261120T091530Z\r\n")
                .contains("\r\nDTSTART:20261123T080000Z\r\n")
                .contains("\r\nDTEND:20261123T083000Z\r\n")
                .contains("\r\nSTATUS:CONFIRMED\r\n")
                .contains("\r\nLOCATION;LANGUAGE=fr:12 rue de la République\\, 69002 Lyon\r\n");
    }

    @Test
    void saysThatAVisitWasCancelled() {
        assertThat(text(entry("Lyon", 4, true)))
                .contains("\r\nSTATUS:CANCELLED\r\n")
                .contains("\r\nSEQUENCE:4\r\n");
    }

    @Test
    void foldsByBytesWithoutBreakingCharacters() {
        var place = "Élysée 🏦 ".repeat(40).strip();
        var file = CalendarFile.of(entry(place, 0, false));

        var lines = new String(file, UTF_8).split("\r\n", -1);
        assertThat(lines).allMatch(line -> line.getBytes(UTF_8).length <= 75);
        assertThat(String.join("\r\n", lines).replace("\r\n ", "")).contains(place);
        assertThat(new String(file, UTF_8).replace("\r\n", ""))
                .doesNotContain("\r")
                .doesNotContain("\n");
    }

    @Test
    void anotherProgramReadsTheSameBack() throws Exception {
        var calendar = new CalendarBuilder()
                .build(new ByteArrayInputStream(CalendarFile.of(entry("a; b, c \\ d\ne", 0, false))));
        var event = calendar.<VEvent>getComponent("VEVENT").orElseThrow();

        assertThat(event.getSummary().getValue()).isEqualTo(TITLE);
        assertThat(event.getLocation().getValue()).isEqualTo("a; b, c \\ d\ne");
        assertThat(event.<DtStart<OffsetDateTime>>getProperty("DTSTART")
                        .orElseThrow()
                        .getDate()
                        .toInstant())
                .isEqualTo(Instant.parse("2026-11-23T08:00:00Z"));
        assertThat(calendar.validate().hasErrors()).isFalse();
    }

    @Test
    void linksCarryTitleTimeAndPlaceUnharmed() {
        var start = Instant.parse("2026-11-23T08:00:00Z");
        var end = Instant.parse("2026-11-23T08:30:00Z");
        for (var link : Arrays.asList(
                CalendarLinks.google(TITLE, "1 & 2 = 3 + 4 # Lyon", start, end),
                CalendarLinks.outlook(TITLE, "1 & 2 = 3 + 4 # Lyon", start, end))) {
            assertThat(URI.create(link)).hasScheme("https").hasNoFragment();
            var parameters = UriComponentsBuilder.fromUriString(link)
                    .build()
                    .getQueryParams()
                    .toSingleValueMap();
            assertThat(parameters.values().stream()
                            .map(value -> org.springframework.web.util.UriUtils.decode(value, UTF_8)))
                    .contains(TITLE, "1 & 2 = 3 + 4 # Lyon");
            assertThat(link).doesNotContain("+");
        }
        assertThat(CalendarLinks.google(TITLE, "Lyon", start, end)).contains("dates=20261123T080000Z/20261123T083000Z");
    }

    private static String text(CalendarEntry entry) {
        return new String(CalendarFile.of(entry), UTF_8).replace("\r\n ", "");
    }

    private static CalendarEntry entry(String place, int sequence, boolean cancelled) {
        return new CalendarEntry(
                "0199@guichet",
                sequence,
                Instant.parse("2026-11-20T09:15:30.123456Z"),
                Instant.parse("2026-11-23T08:00:00Z"),
                Instant.parse("2026-11-23T08:30:00Z"),
                TITLE,
                place,
                "Vous pouvez déplacer ou annuler ce rendez-vous jusqu’à 2 heures avant.",
                Locale.FRENCH,
                cancelled);
    }
}
