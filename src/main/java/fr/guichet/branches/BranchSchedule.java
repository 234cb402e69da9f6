package fr.guichet.branches;

import fr.guichet.branches.domain.AdviserHours;
import fr.guichet.branches.domain.BranchHours;
import fr.guichet.branches.domain.Timetable;
import fr.guichet.shared.AdviserId;
import fr.guichet.shared.BranchId;
import fr.guichet.shared.TimeSpan;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When one branch is open and its advisers are free, as it stood at one version. Immutable; safe to share between threads.
 *
 * <p>All questions are asked in local dates of the branch's zone, both ends included, and answered in instants: sorted, disjoint
 * spans that do not touch, cut at the midnights around the dates. A visit that runs past the last midnight is judged by asking for
 * one day more. On days when the clocks change local hours hold: skipped hours are in no answer, of repeated ones only the first.
 *
 * <p>Closures, overrides and absences are known back to about a year before it was read; patterns and opening hours are as they
 * are now, also for the past.
 */
public final class BranchSchedule {

    private final BranchId id;
    private final BranchSettings settings;
    private final long version;
    private final BranchHours hours;
    private final Map<AdviserId, Member> members;
    private final List<AdviserSchedule> advisers;

    /**
     * @param hours worked out in the zone of the settings
     * @param members by display name
     */
    public BranchSchedule(BranchId id, BranchSettings settings, long version, BranchHours hours, List<Member> members) {
        this.id = id;
        this.settings = settings;
        this.version = version;
        this.hours = hours;
        this.members = LinkedHashMap.newLinkedHashMap(members.size());
        members.forEach(member -> this.members.put(member.adviser().id(), member));
        this.advisers = members.stream().map(Member::adviser).toList();
    }

    public BranchId id() {
        return id;
    }

    public String name() {
        return settings.name();
    }

    public Address address() {
        return settings.address();
    }

    public @Nullable String phone() {
        return settings.phone();
    }

    public ZoneId zone() {
        return settings.zone();
    }

    /** Visits start at multiples of this many minutes from the local hour; divides 60. */
    public int gridMinutes() {
        return settings.gridMinutes();
    }

    /** Grows with every change to the schedule; two snapshots of equal version are equal. */
    public long version() {
        return version;
    }

    /** Everyone who receives or once received customers here, by display name. */
    public List<AdviserSchedule> advisers() {
        return advisers;
    }

    public Optional<AdviserSchedule> adviser(AdviserId adviser) {
        return Optional.ofNullable(members.get(adviser)).map(Member::adviser);
    }

    /** The instants of a local day of the branch: from its midnight to the next. */
    public TimeSpan day(LocalDate date) {
        return hours.bounds(date);
    }

    /** Opening hours less closures and public holidays. */
    public List<TimeSpan> openTime(LocalDate from, LocalDate toInclusive) {
        return Timetable.open(hours, from, toInclusive);
    }

    /**
     * Hours the adviser works by pattern or override, whether or not the branch is open or he or she is absent; none if unknown
     * here or not active.
     */
    public List<TimeSpan> workingTime(AdviserId adviser, LocalDate from, LocalDate toInclusive) {
        var working = working(adviser);
        return working == null ? List.of() : Timetable.working(hours, working, from, toInclusive);
    }

    /** Working time within open time, whether or not the adviser is absent. */
    public List<TimeSpan> receivingTime(AdviserId adviser, LocalDate from, LocalDate toInclusive) {
        var working = working(adviser);
        return working == null ? List.of() : Timetable.receiving(hours, working, from, toInclusive);
    }

    /** Working time within open time, less absences: where visits may lie; their buffers may reach beyond. */
    public List<TimeSpan> freeTime(AdviserId adviser, LocalDate from, LocalDate toInclusive) {
        var working = working(adviser);
        return working == null ? List.of() : Timetable.free(hours, working, from, toInclusive);
    }

    /** The adviser's absences that reach into these dates, whole, by start; they may overlap one another. */
    public List<AbsenceView> absences(AdviserId adviser, LocalDate from, LocalDate toInclusive) {
        var member = members.get(adviser);
        if (member == null || toInclusive.isBefore(from)) {
            return List.of();
        }
        var dates = dates(from, toInclusive);
        return member.hours().absences().stream()
                .filter(absence -> absence.span().overlaps(dates))
                .toList();
    }

    /** The closures that reach into these dates, whole, by start. */
    public List<ClosureView> closures(LocalDate from, LocalDate toInclusive) {
        if (toInclusive.isBefore(from)) {
            return List.of();
        }
        var dates = dates(from, toInclusive);
        return hours.closures().stream()
                .filter(closure -> closure.span().overlaps(dates))
                .toList();
    }

    /** How much memory it takes, roughly, in units of one range of hours. */
    public int weight() {
        return 64
                + 3 * hours.closures().size()
                + members.values().stream()
                        .mapToInt(member -> 8 + member.hours().weight())
                        .sum();
    }

    private @Nullable AdviserHours working(AdviserId adviser) {
        var member = members.get(adviser);
        return member == null || !member.adviser().active() ? null : member.hours();
    }

    private TimeSpan dates(LocalDate from, LocalDate toInclusive) {
        return new TimeSpan(
                hours.bounds(from).start(), hours.bounds(toInclusive).end());
    }

    /** An adviser of the branch with his or her hours. */
    public record Member(AdviserSchedule adviser, AdviserHours hours) {}
}
