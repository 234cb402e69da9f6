package fr.guichet.branches.application;

import fr.guichet.audit.AuditTrail;
import fr.guichet.branches.AdviserProfile;
import fr.guichet.branches.BranchRefusal;
import fr.guichet.branches.LocalTimeRange;
import fr.guichet.branches.NewAdviser;
import fr.guichet.branches.WeeklyPattern;
import fr.guichet.branches.domain.WorkingDay;
import fr.guichet.branches.persistence.AdviserRows;
import fr.guichet.branches.persistence.BranchRows;
import fr.guichet.platform.database.Transactions;
import fr.guichet.shared.Actor;
import fr.guichet.shared.AdviserId;
import fr.guichet.shared.BranchId;
import fr.guichet.shared.Outcome;
import fr.guichet.shared.Subject;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes on advisers and changes who they are and when they work. */
@Component
public class AdviserEditing {

    /** More of them than this is a mistake, not a career. */
    public static final int MOST_PATTERNS = 200;

    public static final int MOST_OVERRIDES = 800;

    private final Transactions transactions;
    private final AdviserAccess access;
    private final BranchRows branches;
    private final AdviserRows advisers;
    private final ScheduleChanges changes;
    private final AuditTrail audit;

    AdviserEditing(
            Transactions transactions,
            AdviserAccess access,
            BranchRows branches,
            AdviserRows advisers,
            ScheduleChanges changes,
            AuditTrail audit) {
        this.transactions = transactions;
        this.access = access;
        this.branches = branches;
        this.advisers = advisers;
        this.changes = changes;
        this.audit = audit;
    }

    public Outcome<AdviserId, BranchRefusal> create(Actor actor, BranchId branch, NewAdviser adviser) {
        return transactions.call(() -> Outcome.unless(Rights.refuse(actor, Subject.of(branch)), () -> {
            if (branches.lock(branch).isEmpty()) {
                return Outcome.refused(new BranchRefusal.NotFound());
            }
            var id = AdviserId.next();
            advisers.insert(List.of(new AdviserRows.Row(id, branch, adviser)));
            changes.ofAdviser(branch, id);
            audit.record(BranchRecords.adviser(actor, BranchAudit.ADVISER_CREATED, branch, id));
            return Outcome.done(id);
        }));
    }

    public Outcome<AdviserId, BranchRefusal> change(Actor actor, AdviserId adviser, long seen, AdviserProfile profile) {
        return access.change(adviser, seen, branch -> Rights.refuse(actor, Subject.of(adviser, branch)), branch -> {
            advisers.update(adviser, profile);
            audit.record(BranchRecords.adviser(actor, BranchAudit.ADVISER_CHANGED, branch.id(), adviser));
            return Outcome.done(adviser);
        });
    }

    /** From its start on, in place of a pattern that starts on the same day, until the next one begins. */
    public Outcome<AdviserId, BranchRefusal> setPattern(
            Actor actor, AdviserId adviser, @Nullable Long seen, WeeklyPattern pattern) {
        return access.change(adviser, seen, branch -> Rights.refuse(actor, Subject.of(adviser, branch)), branch -> {
            if (advisers.countPatterns(adviser) >= MOST_PATTERNS) {
                return Outcome.refused(new BranchRefusal.TooMany(MOST_PATTERNS));
            }
            advisers.savePattern(adviser, pattern);
            audit.record(BranchRecords.adviser(actor, BranchAudit.PATTERN_SET, branch.id(), adviser)
                    .with("from", pattern.validFrom()));
            return Outcome.done(adviser);
        });
    }

    /** The pattern before it then goes on. */
    public Outcome<AdviserId, BranchRefusal> dropPattern(
            Actor actor, AdviserId adviser, long seen, LocalDate validFrom) {
        return access.change(adviser, seen, branch -> Rights.refuse(actor, Subject.of(adviser, branch)), branch -> {
            if (!advisers.deletePattern(adviser, validFrom)) {
                return Outcome.refused(new BranchRefusal.NotFound());
            }
            audit.record(BranchRecords.adviser(actor, BranchAudit.PATTERN_REMOVED, branch.id(), adviser)
                    .with("from", validFrom));
            return Outcome.done(adviser);
        });
    }

    /** In place of the pattern on that day; no hours for a day off. IllegalArgumentException where they do not fit a day. */
    public Outcome<AdviserId, BranchRefusal> setDay(
            Actor actor, AdviserId adviser, @Nullable Long seen, LocalDate day, List<LocalTimeRange> hours) {
        var sorted = WorkingDay.of(hours);
        return access.change(adviser, seen, branch -> Rights.refuse(actor, Subject.of(adviser, branch)), branch -> {
            if (advisers.countOverridesAround(adviser, day) >= MOST_OVERRIDES) {
                return Outcome.refused(new BranchRefusal.TooMany(MOST_OVERRIDES));
            }
            advisers.saveOverride(adviser, day, sorted);
            audit.record(BranchRecords.adviser(actor, BranchAudit.DAY_SET, branch.id(), adviser)
                    .with("day", day));
            return Outcome.done(adviser);
        });
    }

    public Outcome<AdviserId, BranchRefusal> dropDay(Actor actor, AdviserId adviser, long seen, LocalDate day) {
        return access.change(adviser, seen, branch -> Rights.refuse(actor, Subject.of(adviser, branch)), branch -> {
            if (!advisers.deleteOverride(adviser, day)) {
                return Outcome.refused(new BranchRefusal.NotFound());
            }
            audit.record(BranchRecords.adviser(actor, BranchAudit.DAY_REMOVED, branch.id(), adviser)
                    .with("day", day));
            return Outcome.done(adviser);
        });
    }
}
