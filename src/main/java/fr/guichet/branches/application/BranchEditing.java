package fr.guichet.branches.application;

import fr.guichet.audit.AuditEntry;
import fr.guichet.audit.AuditSubject;
import fr.guichet.audit.AuditTrail;
import fr.guichet.branches.BranchRefusal;
import fr.guichet.branches.BranchSettings;
import fr.guichet.branches.ClosureView;
import fr.guichet.branches.NewBranch;
import fr.guichet.branches.domain.LocalHours;
import fr.guichet.branches.events.BranchClosureRecorded;
import fr.guichet.branches.hours.OpeningHours;
import fr.guichet.branches.hours.Parsed;
import fr.guichet.branches.persistence.AdviserRows;
import fr.guichet.branches.persistence.BranchRows;
import fr.guichet.platform.database.Transactions;
import fr.guichet.shared.Actor;
import fr.guichet.shared.AdviserId;
import fr.guichet.shared.BranchId;
import fr.guichet.shared.Outcome;
import fr.guichet.shared.Subject;
import fr.guichet.shared.TimeOrderedIds;
import fr.guichet.shared.TimeSpan;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Makes branches and changes them and their closures. */
@Component
public class BranchEditing {

    /** More closures ahead than this is a mistake, not a calendar. */
    public static final int MOST_CLOSURES = 200;

    /** A closure and the zone of the branch that it is seen in. */
    public record Recorded(ClosureView closure, ZoneId zone) {}

    private final Transactions transactions;
    private final BranchRows branches;
    private final AdviserRows advisers;
    private final ScheduleChanges changes;
    private final ApplicationEventPublisher events;
    private final AuditTrail audit;

    BranchEditing(
            Transactions transactions,
            BranchRows branches,
            AdviserRows advisers,
            ScheduleChanges changes,
            ApplicationEventPublisher events,
            AuditTrail audit) {
        this.transactions = transactions;
        this.branches = branches;
        this.advisers = advisers;
        this.changes = changes;
        this.events = events;
        this.audit = audit;
    }

    public boolean any() {
        return branches.any();
    }

    /** All of them with their advisers, or none; in the order given. Nobody knows of them yet, so nobody is told. */
    public Outcome<List<BranchId>, BranchRefusal> create(Actor actor, List<NewBranch> wanted) {
        return transactions.call(() -> Outcome.unless(
                Rights.refuseToRunTheBank(actor).or(() -> unreadable(wanted)).or(() -> takenCode(wanted)), () -> {
                    var made = new LinkedHashMap<BranchId, NewBranch>();
                    wanted.forEach(branch -> made.put(BranchId.next(), branch));
                    branches.insert(made);
                    advisers.insert(made.entrySet().stream()
                            .flatMap(entry -> entry.getValue().advisers().stream()
                                    .map(adviser -> new AdviserRows.Row(AdviserId.next(), entry.getKey(), adviser)))
                            .toList());
                    audit.recordAll(made.keySet().stream()
                            .map(branch -> BranchRecords.branch(actor, BranchAudit.BRANCH_CREATED, branch))
                            .toList());
                    return Outcome.done(List.copyOf(made.keySet()));
                }));
    }

    public Outcome<BranchId, BranchRefusal> change(Actor actor, BranchId branch, long seen, BranchSettings settings) {
        return managed(actor, branch, locked -> {
            if (locked.version() != seen) {
                return Outcome.refused(new BranchRefusal.Stale());
            }
            if (!isReadable(settings)) {
                return Outcome.refused(new BranchRefusal.UnreadableHours(settings.openingHours()));
            }
            branches.update(branch, settings);
            changes.ofBranch(branch);
            audit.record(BranchRecords.branch(actor, BranchAudit.BRANCH_CHANGED, branch));
            return Outcome.done(branch);
        });
    }

    /** Booked visits may lie within: they stay booked, and are listed for someone to act on. */
    public Outcome<ClosureView, BranchRefusal> close(Actor actor, BranchId branch, TimeSpan span, String reason) {
        return close(actor, branch, _ -> span, reason).map(Recorded::closure);
    }

    /** Between local times of the branch, both of which may be ones that the clocks skip or repeat. */
    public Outcome<Recorded, BranchRefusal> close(
            Actor actor, BranchId branch, LocalDateTime from, LocalDateTime to, String reason) {
        return close(actor, branch, zone -> new LocalHours(zone).throughout(from, to), reason);
    }

    private Outcome<Recorded, BranchRefusal> close(
            Actor actor, BranchId branch, Function<ZoneId, TimeSpan> spanIn, String reason) {
        return managed(actor, branch, locked -> {
            var span = spanIn.apply(locked.zone());
            if (span.isEmpty()) {
                return Outcome.refused(new BranchRefusal.NoTime());
            }
            if (branches.countClosures(branch) >= MOST_CLOSURES) {
                return Outcome.refused(new BranchRefusal.TooMany(MOST_CLOSURES));
            }
            var closure = new ClosureView(TimeOrderedIds.next(), span, reason);
            branches.insertClosure(closure.id(), branch, span, reason);
            branches.touch(branch);
            changes.ofBranch(branch);
            events.publishEvent(new BranchClosureRecorded(branch.value(), closure.id(), span.start(), span.end()));
            audit.record(AuditEntry.of(actor, BranchAudit.CLOSURE_ADDED, AuditSubject.CLOSURE, closure.id())
                    .in(branch)
                    .with("from", span.start())
                    .with("to", span.end()));
            return Outcome.done(new Recorded(closure, locked.zone()));
        });
    }

    public Outcome<BranchId, BranchRefusal> reopen(Actor actor, UUID closure) {
        var found = branches.branchOfClosure(closure);
        if (found.isEmpty()) {
            return Outcome.refused(new BranchRefusal.NotFound());
        }
        var branch = found.get();
        return managed(actor, branch, locked -> {
            if (!branches.deleteClosure(closure)) {
                return Outcome.refused(new BranchRefusal.NotFound());
            }
            branches.touch(branch);
            changes.ofBranch(branch);
            audit.record(AuditEntry.of(actor, BranchAudit.CLOSURE_REMOVED, AuditSubject.CLOSURE, closure)
                    .in(branch));
            return Outcome.done(branch);
        });
    }

    private <T> Outcome<T, BranchRefusal> managed(
            Actor actor, BranchId branch, Function<BranchRows.Locked, Outcome<T, BranchRefusal>> work) {
        return transactions.call(() -> Outcome.unless(
                Rights.refuse(actor, Subject.of(branch)),
                () -> branches.lock(branch).map(work).orElseGet(() -> Outcome.refused(new BranchRefusal.NotFound()))));
    }

    private static Optional<BranchRefusal> unreadable(List<NewBranch> wanted) {
        return wanted.stream()
                .map(NewBranch::settings)
                .filter(settings -> !isReadable(settings))
                .findFirst()
                .map(settings -> new BranchRefusal.UnreadableHours(settings.openingHours()));
    }

    private Optional<BranchRefusal> takenCode(List<NewBranch> wanted) {
        var codes = new HashSet<String>();
        return wanted.stream()
                .map(NewBranch::code)
                .filter(code -> !codes.add(code))
                .findFirst()
                .or(() -> branches.taken(codes).stream().findFirst())
                .map(BranchRefusal.CodeTaken::new);
    }

    private static boolean isReadable(BranchSettings settings) {
        return OpeningHours.parse(settings.openingHours()) instanceof Parsed.Valid;
    }
}
