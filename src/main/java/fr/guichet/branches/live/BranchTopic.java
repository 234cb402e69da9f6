package fr.guichet.branches.live;

import fr.guichet.branches.application.Rights;
import fr.guichet.platform.live.LiveTopicAccess;
import fr.guichet.shared.Actor;
import fr.guichet.shared.BranchId;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The topic {@code branch:<id>}: for the staff of the branch. */
@Component
class BranchTopic implements LiveTopicAccess {

    @Override
    public String kind() {
        return "branch";
    }

    @Override
    public boolean mayWatch(Actor actor, UUID id) {
        return Rights.toSee(actor, new BranchId(id)).isEmpty();
    }
}
