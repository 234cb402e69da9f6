package fr.guichet.branches.network;

import fr.guichet.audit.AuditEntry;
import fr.guichet.audit.AuditSubject;
import fr.guichet.audit.AuditTrail;
import fr.guichet.branches.BranchRefusal;
import fr.guichet.branches.BranchSettings;
import fr.guichet.branches.NewBranch;
import fr.guichet.branches.application.BranchAudit;
import fr.guichet.branches.application.Rights;
import fr.guichet.branches.application.ScheduleChanges;
import fr.guichet.branches.persistence.BranchRows;
import fr.guichet.platform.database.Transactions;
import fr.guichet.shared.Actor;
import fr.guichet.shared.BranchId;
import fr.guichet.shared.Outcome;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Takes a network from a file. A branch is known by its code: one that exists is changed to what the file says, what the file does
 * not speak of stays. Everything is written in one transaction; imports wait for one another.
 */
@Component
class NetworkImport {

    private final Transactions transactions;
    private final NetworkRows network;
    private final BranchRows branches;
    private final ScheduleChanges changes;
    private final AuditTrail audit;

    NetworkImport(
            Transactions transactions,
            NetworkRows network,
            BranchRows branches,
            ScheduleChanges changes,
            AuditTrail audit) {
        this.transactions = transactions;
        this.network = network;
        this.branches = branches;
        this.changes = changes;
        this.audit = audit;
    }

    /**
     * A file that was read and judged.
     *
     * @param rejects why something in it cannot be taken, in the order of the file
     */
    record Judged(Reading reading, List<Draft> drafts, List<Reject> rejects) {

        private boolean isTakenBy(ImportMode mode) {
            return !reading.broken()
                    && switch (mode) {
                        case CHECK -> false;
                        case TAKE_GOOD -> !drafts.isEmpty();
                        case TAKE_ALL -> rejects.isEmpty();
                    };
        }
    }

    /** Reads a file without asking the database, so that no connection waits for it. */
    Outcome<Judged, BranchRefusal> judge(Actor actor, NetworkFormat format, byte[] file) {
        return Outcome.unless(Rights.refuseToRunTheBank(actor), () -> {
            var reading = format.read(file);
            var checked = EntryCheck.of(reading.entries(), format::nameOf);
            var rejects = Stream.concat(reading.rejects().stream(), checked.rejects().stream())
                    .sorted(Comparator.comparingInt(Reject::line))
                    .toList();
            return Outcome.done(new Judged(reading, checked.drafts(), rejects));
        });
    }

    /** In one transaction, which may be the caller's. */
    ImportResult take(Actor actor, Judged file, ImportMode mode) {
        var takes = file.isTakenBy(mode);
        return transactions.call(() -> {
            var plan = plan(file.drafts(), takes);
            if (takes) {
                write(plan);
                audit.record(AuditEntry.of(actor, BranchAudit.NETWORK_IMPORTED, AuditSubject.NETWORK, null)
                        .in(null)
                        .with("created", plan.created.size())
                        .with("changed", plan.updated.size()));
            }
            return new ImportResult(
                    file.reading().count(),
                    plan.created.size(),
                    plan.updated.size(),
                    file.drafts().size() - plan.created.size() - plan.updated.size(),
                    file.reading().count() - file.drafts().size(),
                    file.rejects(),
                    takes);
        });
    }

    private record Plan(Map<BranchId, NewBranch> created, Map<BranchId, BranchSettings> updated) {}

    private Plan plan(List<Draft> drafts, boolean takes) {
        var codes = drafts.stream().map(Draft::code).toList();
        var present = takes ? network.lock(codes) : network.find(codes);
        var created = new LinkedHashMap<BranchId, NewBranch>();
        var updated = new LinkedHashMap<BranchId, BranchSettings>();
        for (var draft : drafts) {
            var known = present.get(draft.code());
            if (known == null) {
                created.put(BranchId.next(), new NewBranch(draft.code(), draft.created(), List.of()));
                continue;
            }
            var changed = draft.changed(known.settings());
            if (!changed.equals(known.settings())) {
                updated.put(known.id(), changed);
            }
        }
        return new Plan(created, updated);
    }

    private void write(Plan plan) {
        branches.insert(plan.created);
        plan.updated.forEach((branch, settings) -> {
            branches.update(branch, settings);
            changes.ofBranch(branch);
        });
    }
}
