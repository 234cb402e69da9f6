package fr.guichet.platform.live;

import fr.guichet.shared.Actor;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.annotation.Transactional;

/** A topic for the tests, the changes that go with it, and rights that can be taken away. */
@TestComponent
class ProbeTopics implements LiveTopicAccess, LiveStanding {

    static final UUID FORBIDDEN = UUID.fromString("018f0000-0000-7000-8000-00000000dead");

    static volatile boolean standing = true;

    private final LiveUpdates updates;

    ProbeTopics(LiveUpdates updates) {
        this.updates = updates;
    }

    @Override
    public String kind() {
        return "probe";
    }

    @Override
    public boolean mayWatch(Actor actor, UUID id) {
        return !id.equals(FORBIDDEN);
    }

    @Override
    public boolean holds(Watcher watcher) {
        return standing;
    }

    @Transactional
    public void change(Topic... topics) {
        for (var topic : topics) {
            updates.changed(topic);
        }
    }

    @Transactional
    public void changeAndFail(Topic topic) {
        updates.changed(topic);
        throw new IllegalArgumentException("the business said no");
    }
}
