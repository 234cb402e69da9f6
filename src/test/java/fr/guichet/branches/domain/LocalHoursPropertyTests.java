package fr.guichet.branches.domain;

import static org.assertj.core.api.Assertions.assertThat;

import fr.guichet.shared.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** The conversion of local hours, against the slowest possible definition of it: minute by minute. */
class LocalHoursPropertyTests {

    private static final List<String> ZONES = List.of(
            "Europe/Paris",
            "Indian/Reunion",
            "America/Martinique",
            "Pacific/Noumea",
            "America/Miquelon",
            "Pacific/Marquesas",
            "Asia/Beirut",
            "America/Havana",
            "Australia/Lord_Howe",
            "America/Scoresbysund",
            "Africa/Casablanca",
            "Atlantic/Azores");

    @Property
    void coversEachLocalMinuteThatExistsExactlyOnceTheFirstTime(
            @ForAll("zones") ZoneId zone, @ForAll("nights") Night night) {
        var day = night.of(zone);
        var from = day.atStartOfDay().plusMinutes(night.fromMinute);
        var to = from.plusMinutes(night.minutes);

        var expected = new ArrayList<Instant>();
        var seen = new HashSet<LocalDateTime>();
        var noon = day.minusDays(1).atTime(12, 0).atZone(zone).toInstant();
        for (var t = noon; t.isBefore(noon.plus(Duration.ofHours(80))); t = t.plusSeconds(60)) {
            var local = LocalDateTime.ofInstant(t, zone);
            if (seen.add(local) && !local.isBefore(from) && local.isBefore(to)) {
                expected.add(t);
            }
        }

        var spans = new LocalHours(zone).between(from, to);
        var covered = new ArrayList<Instant>();
        for (var span : spans) {
            for (var t = span.start(); t.isBefore(span.end()); t = t.plusSeconds(60)) {
                covered.add(t);
            }
        }
        assertThat(covered).isEqualTo(expected);
        assertThat(spans).isEqualTo(Spans.union(spans));
    }

    @Property
    void neighbouringHoursMeet(
            @ForAll("zones") ZoneId zone,
            @ForAll("nights") Night night,
            @ForAll @IntRange(min = 0, max = 1440) int more) {
        var from = night.of(zone).atStartOfDay().plusMinutes(night.fromMinute);
        var middle = from.plusMinutes(night.minutes);
        var to = middle.plusMinutes(more);
        var hours = new LocalHours(zone);

        var parts = new ArrayList<TimeSpan>(hours.between(from, middle));
        parts.addAll(hours.between(middle, to));

        assertThat(Spans.union(parts)).isEqualTo(hours.between(from, to));
    }

    @Property
    void daysFollowOneAnotherWithoutHoles(@ForAll("zones") ZoneId zone, @ForAll("nights") Night night) {
        var day = night.of(zone);
        var hours = new LocalHours(zone);
        assertThat(hours.day(day).end()).isEqualTo(hours.day(day.plusDays(1)).start());
    }

    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of(ZONES).map(ZoneId::of);
    }

    @Provide
    Arbitrary<Night> nights() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 12),
                        Arbitraries.integers().between(-2, 2),
                        Arbitraries.integers().between(0, 1439),
                        Arbitraries.integers().between(0, 1440))
                .as(Night::new);
    }

    /** A stretch near one of the changes of a zone's clocks, where it has any. */
    record Night(int change, int daysAway, int fromMinute, int minutes) {

        LocalDate of(ZoneId zone) {
            var at = Instant.parse("2024-01-01T00:00:00Z");
            for (int i = 0; i <= change; i++) {
                var next = zone.getRules().nextTransition(at);
                at = next == null ? at.plus(Duration.ofDays(97)) : next.getInstant();
            }
            return LocalDate.ofInstant(at, zone).plusDays(daysAway);
        }
    }
}
