package fr.guichet.platform.live;

import fr.guichet.shared.Actor;
import org.jspecify.annotations.Nullable;

/**
 * Who follows changes.
 *
 * @param session the identifier of the browser's session; null for another system, which comes without
 * @param name the same for all streams of one session, or of one system
 */
public record Watcher(Actor actor, @Nullable String session, String name) {

    @Override
    public String toString() {
        return "Watcher[" + actor + "]";
    }
}
