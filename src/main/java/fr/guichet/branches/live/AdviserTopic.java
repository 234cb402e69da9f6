package fr.guichet.branches.live;

import fr.guichet.branches.persistence.AdviserRows;
import fr.guichet.platform.live.LiveTopicAccess;
import fr.guichet.shared.Actor;
import fr.guichet.shared.AdviserId;
import fr.guichet.shared.Subject;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The topic {@code adviser:<id>}: for the staff of the adviser's branch, and those who serve all. */
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
        var adviser = new AdviserId(id);
        return advisers.branchOf(adviser)
                .filter(branch -> actor.mayDo(Subject.of(adviser, branch)))
                .isPresent();
    }
}
