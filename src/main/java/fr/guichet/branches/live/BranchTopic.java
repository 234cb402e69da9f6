package fr.guichet.branches.live;

import fr.guichet.platform.live.LiveTopicAccess;
import fr.guichet.shared.Actor;
import fr.guichet.shared.BranchId;
import fr.guichet.shared.Subject;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The topic {@code branch:<id>}: for the staff of the branch, and those who serve all. */
@Component
class BranchTopic implements LiveTopicAccess {

    @Override
    public String kind() {
        return "branch";
    }

    @Override
    public boolean mayWatch(Actor actor, UUID id) {
        return actor.mayDo(Subject.of(new BranchId(id)));
    }
}
