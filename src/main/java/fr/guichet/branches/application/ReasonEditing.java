package fr.guichet.branches.application;

import fr.guichet.audit.AuditEntry;
import fr.guichet.audit.AuditSubject;
import fr.guichet.audit.AuditTrail;
import fr.guichet.branches.BranchRefusal;
import fr.guichet.branches.ReasonDefinition;
import fr.guichet.branches.ReasonId;
import fr.guichet.branches.persistence.ReasonRows;
import fr.guichet.platform.database.Transactions;
import fr.guichet.shared.Actor;
import fr.guichet.shared.Outcome;
import org.springframework.stereotype.Component;

/** Defines the reasons for a visit that all branches share. */
@Component
public class ReasonEditing {

    private final Transactions transactions;
    private final ReasonRows reasons;
    private final ScheduleChanges changes;
    private final AuditTrail audit;

    ReasonEditing(Transactions transactions, ReasonRows reasons, ScheduleChanges changes, AuditTrail audit) {
        this.transactions = transactions;
        this.reasons = reasons;
        this.changes = changes;
        this.audit = audit;
    }

    public Outcome<ReasonId, BranchRefusal> define(Actor actor, ReasonDefinition definition) {
        return transactions.call(() -> Outcome.unless(Rights.refuseToRunTheBank(actor), () -> {
            var reason = ReasonId.next();
            changes.ofReasons();
            if (reasons.isTaken(definition.code(), reason)) {
                return Outcome.refused(new BranchRefusal.CodeTaken(definition.code()));
            }
            reasons.insert(reason, definition);
            audit.record(AuditEntry.of(actor, BranchAudit.REASON_DEFINED, AuditSubject.VISIT_REASON, reason.value()));
            return Outcome.done(reason);
        }));
    }

    /** Visits that are booked keep the time they were booked for. */
    public Outcome<ReasonId, BranchRefusal> change(
            Actor actor, ReasonId reason, long seen, ReasonDefinition definition) {
        return transactions.call(() -> Outcome.unless(Rights.refuseToRunTheBank(actor), () -> {
            changes.ofReasons();
            var now = reasons.find(reason);
            if (now.isEmpty()) {
                return Outcome.refused(new BranchRefusal.NotFound());
            }
            if (now.get().version() != seen) {
                return Outcome.refused(new BranchRefusal.Stale());
            }
            if (reasons.isTaken(definition.code(), reason)) {
                return Outcome.refused(new BranchRefusal.CodeTaken(definition.code()));
            }
            reasons.update(reason, definition);
            audit.record(AuditEntry.of(actor, BranchAudit.REASON_CHANGED, AuditSubject.VISIT_REASON, reason.value()));
            return Outcome.done(reason);
        }));
    }
}
