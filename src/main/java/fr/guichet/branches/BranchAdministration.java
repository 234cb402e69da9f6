package fr.guichet.branches;

import fr.guichet.branches.application.AbsenceRecording;
import fr.guichet.branches.application.AdviserEditing;
import fr.guichet.branches.application.BranchEditing;
import fr.guichet.branches.application.ReasonEditing;
import fr.guichet.shared.Actor;
import fr.guichet.shared.AdviserId;
import fr.guichet.shared.BranchId;
import fr.guichet.shared.Outcome;
import fr.guichet.shared.TimeSpan;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * What other parts of Guichet may change in the network: what the administration's web operations do, without a browser. Each call
 * is one transaction, or joins the caller's. Whether the actor may is checked as for everyone; {@code SystemActor} may.
 */
@Component
public class BranchAdministration {

    private final BranchEditing branches;
    private final AdviserEditing advisers;
    private final AbsenceRecording absences;
    private final ReasonEditing reasons;

    BranchAdministration(
            BranchEditing branches, AdviserEditing advisers, AbsenceRecording absences, ReasonEditing reasons) {
        this.branches = branches;
        this.advisers = advisers;
        this.absences = absences;
        this.reasons = reasons;
    }

    /** Whether the network has any branch yet. */
    public boolean hasBranches() {
        return branches.any();
    }

    public Outcome<BranchId, BranchRefusal> createBranch(Actor actor, NewBranch branch) {
        return branches.create(actor, List.of(branch)).map(List::getFirst);
    }

    /** Thousands in one go: all of them with their advisers, or none; identifiers in the order given. */
    public Outcome<List<BranchId>, BranchRefusal> createBranches(Actor actor, List<NewBranch> wanted) {
        return branches.create(actor, wanted);
    }

    public Outcome<AdviserId, BranchRefusal> createAdviser(Actor actor, BranchId branch, NewAdviser adviser) {
        return advisers.create(actor, branch, adviser);
    }

    public Outcome<AdviserId, BranchRefusal> setPattern(Actor actor, AdviserId adviser, WeeklyPattern pattern) {
        return advisers.setPattern(actor, adviser, null, pattern);
    }

    /** The hours of one day in place of the pattern's; none for a day off. */
    public Outcome<AdviserId, BranchRefusal> setDay(
            Actor actor, AdviserId adviser, LocalDate day, List<LocalTimeRange> hours) {
        return advisers.setDay(actor, adviser, null, day, hours);
    }

    public Outcome<AbsenceView, BranchRefusal> recordAbsence(
            Actor actor, AdviserId adviser, TimeSpan span, AbsenceKind kind) {
        return absences.record(actor, adviser, span, kind);
    }

    public Outcome<ClosureView, BranchRefusal> addClosure(Actor actor, BranchId branch, TimeSpan span, String reason) {
        return branches.close(actor, branch, span, reason);
    }

    public Outcome<ReasonId, BranchRefusal> defineReason(Actor actor, ReasonDefinition definition) {
        return reasons.define(actor, definition);
    }
}
