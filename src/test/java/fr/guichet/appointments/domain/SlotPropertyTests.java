package fr.guichet.appointments.domain;

import static org.assertj.core.api.Assertions.assertThat;

import fr.guichet.branches.AdviserSchedule;
import fr.guichet.branches.VisitReason;
import fr.guichet.shared.TimeSpan;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Free slots against a slow and certain reference, minute by minute, on ordinary days and on those when the clocks change. */
class SlotPropertyTests {

    private static final List<String> DAYS = List.of(
            "Europe/Paris 2026-10-25",
            "Europe/Paris 2027-03-28",
            "Europe/Paris 2026-11-23",
            "Pacific/Noumea 2026-11-23",
            "America/Martinique 2026-11-23",
            "Asia/Kolkata 2026-11-23",
            "Asia/Kathmandu 2026-11-23",
            "Australia/Lord_Howe 2026-10-04",
            "Australia/Lord_Howe 2027-04-04",
            "America/Miquelon 2026-11-01",
            "America/St_Johns 2027-03-14",
            "Africa/Cairo 2026-04-24");

    /** One generated branch: its days, its advisers' free time and what is already on their calendars. */
    record Branch(
            ZoneId zone, LocalDate from, int days, int grid, List<List<TimeSpan>> free, List<List<VisitTimes>> booked) {

        Roster roster() {
            var rule = new Grid(zone, grid);
            var open = free.stream().flatMap(List::stream).toList();
            var receivers = new ArrayList<Receiver>();
            for (int i = 0; i < free.size(); i++) {
                receivers.add(new Receiver(
                        new AdviserSchedule(
                                Rosters.adviserId(i), "A" + i, i % 2 == 0 ? Set.of("LOAN") : Set.of(), Set.of(), true),
                        MinuteSpans.of(free.get(i))));
            }
            return new Roster(rule, rule.points(from, from.plusDays(days - 1L)), MinuteSpans.of(open), receivers);
        }

        /** As the database packs them. */
        BusyTimes busy() {
            var days = new TreeMap<Integer, ByteArrayOutputStream>();
            for (int i = 0; i < booked.size(); i++) {
                var adviser = Rosters.adviserId(i).value();
                for (var visit : booked.get(i)) {
                    int begin = Minutes.floor(visit.blockedFrom());
                    days.computeIfAbsent(BusyTimes.dayOf(begin), _ -> new ByteArrayOutputStream())
                            .writeBytes(ByteBuffer.allocate(24)
                                    .putLong(adviser.getMostSignificantBits())
                                    .putLong(adviser.getLeastSignificantBits())
                                    .putInt(begin)
                                    .putInt(Minutes.ceil(visit.blockedTo()))
                                    .array());
                }
            }
            if (days.isEmpty()) {
                return new BusyTimes(0, List.of());
            }
            var ranges = IntStream.rangeClosed(days.firstKey(), days.lastKey())
                    .mapToObj(day -> days.getOrDefault(day, new ByteArrayOutputStream()))
                    .map(day -> new PackedRanges(day.toByteArray()))
                    .toList();
            return new BusyTimes(days.firstKey(), ranges);
        }

        DayBook book() {
            var entries = new ArrayList<DayBook.Entry>();
            for (int i = 0; i < booked.size(); i++) {
                for (var visit : booked.get(i)) {
                    entries.add(new DayBook.Entry(UUID.randomUUID(), Rosters.adviserId(i), visit, true, null, null));
                }
            }
            return new DayBook(entries);
        }
    }

    @Property(tries = 400)
    void whatIsFoundIsExactlyWhatTheRulesAllow(
            @ForAll("branches") Branch branch, @ForAll("reasons") VisitReason reason) {
        var roster = branch.roster();
        var counts = new SlotFinder(
                        roster, VisitShape.of(reason), 0, roster.points().size())
                .find(roster.serving(reason), branch.busy());

        var found = new TreeMap<Instant, Integer>();
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                found.put(Minutes.instant(roster.points().minute(i)), counts[i]);
            }
        }
        assertThat(found).isEqualTo(reference(branch, reason));
    }

    @Property(tries = 200)
    void aPartOfTheGridGivesThatPartOfTheAnswer(
            @ForAll("branches") Branch branch, @ForAll("reasons") VisitReason reason, @ForAll Random random) {
        var roster = branch.roster();
        int size = roster.points().size();
        int first = random.nextInt(size);
        int last = first + random.nextInt(size - first + 1);

        var all = new SlotFinder(roster, VisitShape.of(reason), 0, size).find(roster.serving(reason), branch.busy());
        var part =
                new SlotFinder(roster, VisitShape.of(reason), first, last).find(roster.serving(reason), branch.busy());

        assertThat(part).isEqualTo(java.util.Arrays.copyOfRange(all, first, last));
    }

    @Property(tries = 200)
    void theGuardLetsPassExactlyWhatIsFound(@ForAll("branches") Branch branch, @ForAll("reasons") VisitReason reason) {
        var roster = branch.roster();
        var now = branch.from().atStartOfDay(branch.zone()).toInstant();
        var guard = new Guard(reason, now);
        var expected = reference(branch, reason);
        var book = branch.book();

        for (int i = 0; i < roster.points().size(); i++) {
            var start = Minutes.instant(roster.points().minute(i));
            var verdict = guard.judge(roster, book, VisitShape.of(reason).startingAt(start), null);
            assertThat(guard.judgeStart(roster.grid(), start)).isEmpty();
            int passed = verdict instanceof Guard.Verdict.Passed(var times, var advisers) ? advisers.size() : 0;
            assertThat(passed).as("%s", start).isEqualTo(expected.getOrDefault(start, 0));
        }
    }

    @Property(tries = 200)
    void bookingWhatIsOfferedNeverOverlaps(
            @ForAll("branches") Branch branch, @ForAll("reasons") VisitReason reason, @ForAll Random random) {
        var roster = branch.roster();
        var guard = new Guard(reason, branch.from().atStartOfDay(branch.zone()).toInstant());
        var entries = new ArrayList<>(branch.book().entries());
        for (int i = 0; i < 60; i++) {
            var start = Minutes.instant(
                    roster.points().minute(random.nextInt(roster.points().size())));
            var verdict = guard.judge(
                    roster, new DayBook(entries), VisitShape.of(reason).startingAt(start), null);
            if (verdict instanceof Guard.Verdict.Passed(var times, var advisers)) {
                entries.add(new DayBook.Entry(UUID.randomUUID(), advisers.getFirst(), times, true, null, null));
            }
        }
        for (var one : entries) {
            for (var other : entries) {
                if (!one.id().equals(other.id()) && one.adviser().equals(other.adviser())) {
                    assertThat(one.times().collidesWith(other.times())).isFalse();
                }
            }
        }
    }

    /** Straight from the rules, with no thought for speed. */
    private static Map<Instant, Integer> reference(Branch branch, VisitReason reason) {
        var shape = VisitShape.of(reason);
        var slots = new TreeMap<Instant, Integer>();
        for (int day = 0; day < branch.days(); day++) {
            for (int minute = 0; minute < 24 * 60; minute++) {
                var local = branch.from().plusDays(day).atTime(minute / 60, minute % 60);
                if (minute % 60 % branch.grid() != 0
                        || branch.zone().getRules().getValidOffsets(local).isEmpty()) {
                    continue;
                }
                var visit = shape.startingAt(
                        local.atZone(branch.zone()).withEarlierOffsetAtOverlap().toInstant());
                int advisers = 0;
                for (int i = 0; i < branch.free().size(); i++) {
                    boolean able = reason.requiredSkills().isEmpty() || i % 2 == 0;
                    boolean works = branch.free().get(i).stream()
                            .anyMatch(free -> free.encloses(new TimeSpan(visit.start(), visit.end())));
                    boolean unmet = branch.booked().get(i).stream().noneMatch(visit::collidesWith);
                    advisers += able && works && unmet ? 1 : 0;
                }
                if (advisers > 0) {
                    slots.put(visit.start(), advisers);
                }
            }
        }
        return slots;
    }

    @Provide
    Arbitrary<VisitReason> reasons() {
        return Arbitraries.of(5, 15, 20, 30, 45, 60, 100).flatMap(length -> Arbitraries.of(0, 5, 10, 15, 40)
                .flatMap(before -> Arbitraries.of(0, 5, 10, 25).flatMap(after -> Arbitraries.of(true, false)
                        .map(skill -> Rosters.reason(
                                length,
                                before,
                                after,
                                Duration.ZERO,
                                60,
                                skill ? new String[] {"LOAN"} : new String[0])))));
    }

    @Provide
    Arbitrary<Branch> branches() {
        return Arbitraries.of(DAYS)
                .flatMap(day -> Arbitraries.of(5, 10, 15, 20, 25, 30, 60).flatMap(grid -> Arbitraries.integers()
                        .between(1, 3)
                        .flatMap(days -> Arbitraries.randomValue(
                                random -> branch(day, grid, days, random.nextInt(1, 5), random)))));
    }

    private static Branch branch(String day, int grid, int days, int advisers, Random random) {
        var zone = ZoneId.of(day.substring(0, day.indexOf(' ')));
        var from = LocalDate.parse(day.substring(day.indexOf(' ') + 1));
        var free = new ArrayList<List<TimeSpan>>();
        var booked = new ArrayList<List<VisitTimes>>();
        var first = from.atStartOfDay(zone).toInstant();
        int reach = (days + 1) * 24 * 60;
        for (int i = 0; i < advisers; i++) {
            free.add(spans(first, reach, random));
            booked.add(visits(first, reach, random));
        }
        return new Branch(zone, from, days, grid, free, booked);
    }

    private static List<TimeSpan> spans(Instant first, int reach, Random random) {
        var spans = new ArrayList<TimeSpan>();
        for (int at = random.nextInt(300); at < reach; at += 1 + random.nextInt(400)) {
            int length = 1 + random.nextInt(400);
            spans.add(new TimeSpan(first.plusSeconds(at * 60L), first.plusSeconds((at + length) * 60L)));
            at += length;
        }
        return spans;
    }

    private static List<VisitTimes> visits(Instant first, int reach, Random random) {
        var visits = new ArrayList<VisitTimes>();
        for (int at = random.nextInt(-200, 300); at < reach; at += random.nextInt(200)) {
            var shape = new VisitShape(1 + random.nextInt(90), random.nextInt(20), random.nextInt(20));
            visits.add(shape.startingAt(first.plusSeconds((at + shape.before()) * 60L)));
            at += shape.before() + shape.length() + shape.after();
        }
        return visits;
    }
}
