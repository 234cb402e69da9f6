package fr.guichet.audit.platform;

import fr.guichet.audit.AuditEntry;
import fr.guichet.audit.AuditSubject;
import fr.guichet.audit.AuditTrail;
import fr.guichet.platform.events.DeadLetter;
import fr.guichet.platform.events.ReplayObserver;
import fr.guichet.shared.AccountId;
import fr.guichet.shared.Actor.StaffActor;
import fr.guichet.shared.Role;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Writes down that an operator had a dead letter sent again. */
@Component
class RecordedReplays implements ReplayObserver {

    private final AuditTrail audit;

    RecordedReplays(AuditTrail audit) {
        this.audit = audit;
    }

    @Override
    public void replayed(AccountId operator, DeadLetter letter) {
        var administrator = new StaffActor(operator, Set.of(Role.ADMINISTRATOR), null, null);
        audit.record(
                AuditEntry.of(administrator, PlatformAction.DEAD_LETTER_REPLAYED, AuditSubject.DEAD_LETTER, letter.id())
                        .with("event", letter.event()));
    }
}
