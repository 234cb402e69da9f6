package fr.guichet.appointments.domain;

import fr.guichet.branches.AdviserSchedule;
import fr.guichet.branches.ReasonId;
import fr.guichet.branches.VisitReason;
import fr.guichet.branches.Wording;
import fr.guichet.shared.AdviserId;
import fr.guichet.shared.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Small branches and reasons for the tests of the rules. */
final class Rosters {

    private final ZoneId zone;
    private int grid = 15;
    private final LocalDate from;
    private final LocalDate to;
    private final List<TimeSpan> open = new ArrayList<>();
    private final List<Receiver> receivers = new ArrayList<>();

    private Rosters(String zone, String from, String to) {
        this.zone = ZoneId.of(zone);
        this.from = LocalDate.parse(from);
        this.to = LocalDate.parse(to);
    }

    static Rosters in(String zone, String from, String to) {
        return new Rosters(zone, from, to);
    }

    static Rosters on(String day) {
        return in("Europe/Paris", day, day).open(day + "T08:00", day + "T19:00");
    }

    Rosters grid(int minutes) {
        grid = minutes;
        return this;
    }

    Rosters open(String from, String to) {
        open.add(span(zone, from, to));
        return this;
    }

    /** An adviser with the given free time: "2026-11-23T09:00/2026-11-23T12:00", local. */
    Rosters adviser(int number, Set<String> skills, String... free) {
        return adviser(number, skills, true, free);
    }

    Rosters adviser(int number, Set<String> skills, boolean active, String... free) {
        var spans = Arrays.stream(free)
                .map(text -> span(zone, text.substring(0, text.indexOf('/')), text.substring(text.indexOf('/') + 1)))
                .toList();
        receivers.add(new Receiver(
                new AdviserSchedule(adviserId(number), "Adviser " + number, skills, Set.of("fr"), active),
                MinuteSpans.of(spans)));
        return this;
    }

    Roster build() {
        var rule = new Grid(zone, grid);
        return new Roster(rule, rule.points(from, to), MinuteSpans.of(open), receivers);
    }

    static AdviserId adviserId(int number) {
        return new AdviserId(new UUID(0x7000L + number, 0x8000_0000_0000_0000L + number));
    }

    static TimeSpan span(ZoneId zone, String from, String to) {
        return new TimeSpan(at(zone, from), at(zone, to));
    }

    static Instant at(ZoneId zone, String local) {
        return LocalDateTime.parse(local).atZone(zone).toInstant();
    }

    static Instant paris(String local) {
        return at(ZoneId.of("Europe/Paris"), local);
    }

    static VisitReason reason(int minutes, int before, int after, String... skills) {
        return reason(minutes, before, after, Duration.ZERO, 60, skills);
    }

    static VisitReason reason(int minutes, int before, int after, Duration notice, int horizonDays, String... skills) {
        return new VisitReason(
                new ReasonId(new UUID(1, 2)),
                "ADVICE",
                new Wording("Conseil", "Advice"),
                new Wording("", ""),
                Duration.ofMinutes(minutes),
                Duration.ofMinutes(before),
                Duration.ofMinutes(after),
                notice,
                horizonDays,
                Set.of(skills),
                List.of(),
                true,
                1);
    }

    static DayBook.Entry visit(int adviser, String start, int minutes, int before, int after) {
        return new DayBook.Entry(
                UUID.randomUUID(),
                adviserId(adviser),
                new VisitShape(minutes, before, after).startingAt(paris(start)),
                true,
                null,
                null);
    }
}
