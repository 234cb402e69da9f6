package fr.guichet.branches.live;

import fr.guichet.branches.application.Rights;
import fr.guichet.branches.persistence.AdviserRows;
import fr.guichet.platform.live.LiveTopicAccess;
import fr.guichet.shared.Actor;
import fr.guichet.shared.AdviserId;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The topic {@code adviser:<id>}: for the staff of the adviser's branch. */
@Component
class AdviserTopic implements LiveTopicAccess {

    private final AdviserRows advisers;

    AdviserTopic(AdviserRows advisers) {
        this.advisers = advisers;
    }

    @Override
    public String kind() {
        return "adviser";
    }

    @Override
    public boolean mayWatch(Actor actor, UUID id) {
        return advisers.branchOf(new AdviserId(id))
                .filter(branch -> Rights.toSee(actor, branch).isEmpty())
                .isPresent();
    }
}
