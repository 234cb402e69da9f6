package fr.guichet.branches;

import fr.guichet.shared.AdviserId;
import fr.guichet.shared.BranchId;
import fr.guichet.shared.TimeSpan;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When one branch is open and its advisers are free, as it stood at one version. Immutable; safe to share between threads.
 *
 * <p>All questions are asked in local dates of the branch's zone, both ends included, and answered in instants: sorted, disjoint
 * spans that do not touch, cut at the midnights around the dates. A visit that runs past the last midnight is judged by asking for
 * one day more. On days when the clocks change local hours hold: skipped hours are in no answer, of repeated ones only the first.
 */
public final class BranchSchedule {

    private final BranchId id;
    private final String name;
    private final Address address;
    private final @Nullable String phone;
    private final ZoneId zone;
    private final int gridMinutes;
    private final long version;

    BranchSchedule(
            BranchId id,
            String name,
            Address address,
            @Nullable String phone,
            ZoneId zone,
            int gridMinutes,
            long version) {
        this.id = id;
        this.name = name;
        this.address = address;
        this.phone = phone;
        this.zone = zone;
        this.gridMinutes = gridMinutes;
        this.version = version;
    }

    public BranchId id() {
        return id;
    }

    public String name() {
        return name;
    }

    public Address address() {
        return address;
    }

    public @Nullable String phone() {
        return phone;
    }

    public ZoneId zone() {
        return zone;
    }

    /** Visits start at multiples of this many minutes from the local hour; divides 60. */
    public int gridMinutes() {
        return gridMinutes;
    }

    /** Grows with every change to the schedule; two snapshots of equal version are equal. */
    public long version() {
        return version;
    }

    /** Everyone who receives or once received customers here, by display name. */
    public List<AdviserSchedule> advisers() {
        return List.of();
    }

    public Optional<AdviserSchedule> adviser(AdviserId adviser) {
        return Optional.empty();
    }

    /** Opening hours less closures and public holidays. */
    public List<TimeSpan> openTime(LocalDate from, LocalDate toInclusive) {
        return List.of();
    }

    /** Hours the adviser works by pattern or override, whether or not the branch is open or he or she is absent; empty if unknown here or not active. */
    public List<TimeSpan> workingTime(AdviserId adviser, LocalDate from, LocalDate toInclusive) {
        return List.of();
    }

    /** Working time within open time, less absences: where visits and their buffers may lie. */
    public List<TimeSpan> freeTime(AdviserId adviser, LocalDate from, LocalDate toInclusive) {
        return List.of();
    }

    /** The adviser's absences that reach into these dates, whole, by start; they may overlap one another. */
    public List<AbsenceView> absences(AdviserId adviser, LocalDate from, LocalDate toInclusive) {
        return List.of();
    }

    /** The closures that reach into these dates, whole, by start. */
    public List<ClosureView> closures(LocalDate from, LocalDate toInclusive) {
        return List.of();
    }
}
