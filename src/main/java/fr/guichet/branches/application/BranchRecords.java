package fr.guichet.branches.application;

import fr.guichet.audit.AuditEntry;
import fr.guichet.audit.AuditSubject;
import fr.guichet.shared.Actor;
import fr.guichet.shared.AdviserId;
import fr.guichet.shared.BranchId;

/** What the entries of this module have in common. */
final class BranchRecords {

    private BranchRecords() {}

    static AuditEntry branch(Actor actor, BranchAudit what, BranchId branch) {
        return AuditEntry.of(actor, what, AuditSubject.BRANCH, branch.value()).in(branch);
    }

    static AuditEntry adviser(Actor actor, BranchAudit what, BranchId branch, AdviserId adviser) {
        return AuditEntry.of(actor, what, AuditSubject.ADVISER, adviser.value()).in(branch);
    }
}
