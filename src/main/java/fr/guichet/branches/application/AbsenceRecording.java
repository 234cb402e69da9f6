package fr.guichet.branches.application;

import fr.guichet.audit.AuditEntry;
import fr.guichet.audit.AuditSubject;
import fr.guichet.audit.AuditTrail;
import fr.guichet.branches.AbsenceKind;
import fr.guichet.branches.AbsenceView;
import fr.guichet.branches.BranchRefusal;
import fr.guichet.branches.domain.LocalHours;
import fr.guichet.branches.events.AdviserAbsenceRecorded;
import fr.guichet.branches.persistence.AdviserRows;
import fr.guichet.platform.database.Transactions;
import fr.guichet.shared.Actor;
import fr.guichet.shared.AdviserId;
import fr.guichet.shared.Outcome;
import fr.guichet.shared.Subject;
import fr.guichet.shared.TimeOrderedIds;
import fr.guichet.shared.TimeSpan;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Says when advisers are away. Booked visits may lie within: they stay booked, and are listed for someone to act on. */
@Component
public class AbsenceRecording {

    /** More absences ahead than this is a mistake, not a calendar. */
    public static final int MOST_ABSENCES = 400;

    /** An absence and the zone of the branch that it is seen in. */
    public record Recorded(AbsenceView absence, ZoneId zone) {}

    private final Transactions transactions;
    private final AdviserAccess access;
    private final AdviserRows advisers;
    private final ApplicationEventPublisher events;
    private final AuditTrail audit;

    AbsenceRecording(
            Transactions transactions,
            AdviserAccess access,
            AdviserRows advisers,
            ApplicationEventPublisher events,
            AuditTrail audit) {
        this.transactions = transactions;
        this.access = access;
        this.advisers = advisers;
        this.events = events;
        this.audit = audit;
    }

    public Outcome<AbsenceView, BranchRefusal> record(Actor actor, AdviserId adviser, TimeSpan span, AbsenceKind kind) {
        return record(actor, adviser, _ -> span, kind).map(Recorded::absence);
    }

    /** Between local times of the branch, both of which may be ones that the clocks skip or repeat. */
    public Outcome<Recorded, BranchRefusal> record(
            Actor actor, AdviserId adviser, LocalDateTime from, LocalDateTime to, AbsenceKind kind) {
        return record(actor, adviser, zone -> new LocalHours(zone).throughout(from, to), kind);
    }

    private Outcome<Recorded, BranchRefusal> record(
            Actor actor, AdviserId adviser, Function<ZoneId, TimeSpan> spanIn, AbsenceKind kind) {
        return access.change(adviser, null, branch -> Rights.refuse(actor, Subject.of(adviser, branch)), branch -> {
            var span = spanIn.apply(branch.zone());
            if (span.isEmpty()) {
                return Outcome.refused(new BranchRefusal.NoTime());
            }
            if (advisers.countAbsencesAhead(adviser, span.start()) >= MOST_ABSENCES) {
                return Outcome.refused(new BranchRefusal.TooMany(MOST_ABSENCES));
            }
            var absence = new AbsenceView(TimeOrderedIds.next(), adviser, span, kind);
            advisers.insertAbsences(List.of(absence));
            events.publishEvent(new AdviserAbsenceRecorded(
                    branch.id().value(), adviser.value(), absence.id(), span.start(), span.end()));
            audit.record(AuditEntry.of(actor, BranchAudit.ABSENCE_RECORDED, AuditSubject.ABSENCE, absence.id())
                    .in(branch.id())
                    .with("adviser", adviser.value())
                    .with("from", span.start())
                    .with("to", span.end()));
            return Outcome.done(new Recorded(absence, branch.zone()));
        });
    }

    public Outcome<AdviserId, BranchRefusal> withdraw(Actor actor, UUID absence) {
        return transactions.call(() -> {
            var found = advisers.adviserOfAbsence(absence);
            if (found.isEmpty()) {
                return Outcome.refused(new BranchRefusal.NotFound());
            }
            var adviser = found.get();
            return access.change(adviser, null, branch -> Rights.refuse(actor, Subject.of(adviser, branch)), branch -> {
                if (!advisers.deleteAbsence(absence)) {
                    return Outcome.refused(new BranchRefusal.NotFound());
                }
                audit.record(AuditEntry.of(actor, BranchAudit.ABSENCE_WITHDRAWN, AuditSubject.ABSENCE, absence)
                        .in(branch.id())
                        .with("adviser", adviser.value()));
                return Outcome.done(adviser);
            });
        });
    }
}
