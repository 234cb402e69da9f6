package fr.guichet.branches.domain;

import static org.assertj.core.api.Assertions.assertThat;

import fr.guichet.branches.AbsenceKind;
import fr.guichet.branches.AbsenceView;
import fr.guichet.branches.ClosureView;
import fr.guichet.branches.LocalTimeRange;
import fr.guichet.branches.WeeklyPattern;
import fr.guichet.shared.AdviserId;
import fr.guichet.shared.TimeSpan;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds of any branch, any adviser, any dates and any zone. */
class TimetablePropertyTests {

    private static final List<String> ZONES = List.of(
            "Europe/Paris",
            "Indian/Reunion",
            "America/Martinique",
            "Pacific/Noumea",
            "America/Miquelon",
            "Asia/Beirut");

    @Property
    void freeTimeIsSortedDisjointWithinWorkAndOpeningAndOutsideAbsences(
            @ForAll("worlds") World world, @ForAll @IntRange(min = 0, max = 20) int days) {
        var to = world.from.plusDays(days);
        var open = Timetable.open(world.branch, world.from, to);
        var working = Timetable.working(world.branch, world.adviser, world.from, to);
        var free = Timetable.free(world.branch, world.adviser, world.from, to);

        for (var spans : List.of(open, working, free)) {
            assertThat(spans).isEqualTo(Spans.union(spans));
            assertThat(Spans.difference(spans, List.of(world.dates(to)))).isEmpty();
        }
        assertThat(free).isEqualTo(Spans.difference(Spans.intersection(working, open), world.adviser.away()));
    }

    @Property
    void workingTimeIsTheLocalHoursOfEachDay(@ForAll("worlds") World world) {
        var to = world.from.plusDays(14);
        var local = new LocalHours(world.zone);
        var spans = new ArrayList<TimeSpan>();
        for (var day = world.from; !day.isAfter(to); day = day.plusDays(1)) {
            for (var range : world.adviser.on(day)) {
                spans.addAll(local.between(range.startOn(day), range.endOn(day)));
            }
        }
        assertThat(Timetable.working(world.branch, world.adviser, world.from, to))
                .isEqualTo(Spans.union(spans));
    }

    @Property
    void openTimeIsTheLocalHoursOfEachDayLessClosures(@ForAll("worlds") World world) {
        var to = world.from.plusDays(14);
        var local = new LocalHours(world.zone);
        var spans = new ArrayList<TimeSpan>();
        for (var day = world.from.minusDays(1); !day.isAfter(to); day = day.plusDays(1)) {
            for (var range : world.hoursOf(day)) {
                spans.addAll(local.between(range.startOn(day), range.endOn(day)));
            }
        }
        var closed = world.branch.closures().stream().map(ClosureView::span).toList();
        assertThat(Timetable.open(world.branch, world.from, to))
                .isEqualTo(Spans.within(world.dates(to), Spans.difference(Spans.union(spans), Spans.union(closed))));
    }

    @Property
    void askingForDaysTogetherIsAskingForEach(
            @ForAll("worlds") World world, @ForAll @IntRange(min = 0, max = 20) int days) {
        var single = new ArrayList<TimeSpan>();
        for (int i = 0; i <= days; i++) {
            var day = world.from.plusDays(i);
            single.addAll(Timetable.free(world.branch, world.adviser, day, day));
        }
        assertThat(Timetable.free(world.branch, world.adviser, world.from, world.from.plusDays(days)))
                .isEqualTo(Spans.union(single));
    }

    @Property
    void noLocalTimeIsOfferedTwice(@ForAll("worlds") World world) {
        var seen = new ArrayList<LocalDateTime>();
        for (var span : Timetable.free(world.branch, world.adviser, world.from, world.from.plusDays(6))) {
            for (var t = span.start(); t.isBefore(span.end()); t = t.plusSeconds(900)) {
                seen.add(LocalDateTime.ofInstant(t, world.zone));
            }
        }
        assertThat(seen).doesNotHaveDuplicates();
    }

    @Property
    void closuresOnlyTake(@ForAll("worlds") World world) {
        var to = world.from.plusDays(14);
        var unclosed = new BranchHours(world.zone, world::hoursOf, List.of());
        assertThat(Spans.difference(
                        Timetable.open(world.branch, world.from, to), Timetable.open(unclosed, world.from, to)))
                .isEmpty();
    }

    @Provide
    Arbitrary<World> worlds() {
        return Arbitraries.longs().map(World::new);
    }

    /** A branch and an adviser drawn from a seed, near a change of the clocks as often as not. */
    static final class World {

        final long seed;
        final ZoneId zone;
        final LocalDate from;
        final Map<LocalDate, List<LocalTimeRange>> hours = new HashMap<>();
        final BranchHours branch;
        final AdviserHours adviser;

        World(long seed) {
            this.seed = seed;
            var random = new Random(seed);
            zone = ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
            from = random.nextBoolean()
                    ? LocalDate.of(2026, 10, 20).plusDays(random.nextInt(8))
                    : LocalDate.of(2026, 3, 20).plusDays(random.nextInt(400));
            for (int i = -2; i < 40; i++) {
                hours.put(from.plusDays(i), ranges(random, true));
            }
            var closures = spans(random).stream()
                    .map(span -> new ClosureView(UUID.randomUUID(), span, "Travaux"))
                    .toList();
            branch = new BranchHours(zone, day -> hours.getOrDefault(day, List.of()), closures);
            var id = AdviserId.next();
            adviser = new AdviserHours(
                    List.of(
                            pattern(random, from.minusDays(random.nextInt(100))),
                            pattern(random, from.plusDays(1L + random.nextInt(10)))),
                    random.nextBoolean() ? Map.of(from, ranges(random, false)) : Map.of(),
                    spans(random).stream()
                            .map(span -> new AbsenceView(UUID.randomUUID(), id, span, AbsenceKind.PLANNED))
                            .toList());
        }

        List<LocalTimeRange> hoursOf(LocalDate day) {
            return hours.getOrDefault(day, List.of());
        }

        TimeSpan dates(LocalDate to) {
            return new TimeSpan(branch.bounds(from).start(), branch.bounds(to).end());
        }

        private static WeeklyPattern pattern(Random random, LocalDate validFrom) {
            var weeks = new ArrayList<Map<DayOfWeek, List<LocalTimeRange>>>();
            for (int week = 0; week <= random.nextInt(2); week++) {
                var days = new HashMap<DayOfWeek, List<LocalTimeRange>>();
                for (var day : DayOfWeek.values()) {
                    days.put(day, ranges(random, false));
                }
                weeks.add(days);
            }
            return new WeeklyPattern(validFrom, weeks);
        }

        private static List<LocalTimeRange> ranges(Random random, boolean mayRunPastMidnight) {
            var quarters = random.ints(random.nextInt(3) * 2L, 0, mayRunPastMidnight ? 106 : 97)
                    .distinct()
                    .sorted()
                    .toArray();
            var result = new ArrayList<LocalTimeRange>();
            for (int i = 0; i + 1 < quarters.length; i += 2) {
                if (quarters[i] < 96 && quarters[i + 1] - quarters[i] <= 96) {
                    result.add(new LocalTimeRange(time(quarters[i]), time(quarters[i + 1])));
                }
            }
            return result;
        }

        private static LocalTime time(int quarter) {
            return LocalTime.MIDNIGHT.plusMinutes(15L * quarter);
        }

        private List<TimeSpan> spans(Random random) {
            var start = from.atStartOfDay(zone).toInstant();
            var result = new ArrayList<TimeSpan>();
            for (int i = 0; i < random.nextInt(4); i++) {
                Instant at = start.plusSeconds(900L * random.nextInt(20 * 96));
                result.add(new TimeSpan(at, at.plusSeconds(900L * (1 + random.nextInt(300)))));
            }
            return result;
        }

        @Override
        public String toString() {
            return "seed " + seed + " from " + from + " in " + zone;
        }
    }
}
