package fr.guichet.platform.live;

import fr.guichet.shared.Actor;
import java.util.UUID;

/** Says who may watch the topics of one kind; the module that announces their changes contributes one as a bean. */
public interface LiveTopicAccess {

    /** The kind of topic this answers for: {@code adviser}. */
    String kind();

    /** Asked when a stream opens, and again every minute while it stays open. */
    boolean mayWatch(Actor actor, UUID id);
}
