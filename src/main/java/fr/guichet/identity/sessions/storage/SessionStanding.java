package fr.guichet.identity.sessions.storage;

import fr.guichet.platform.live.LiveStanding;
import fr.guichet.platform.live.Watcher;
import org.springframework.session.SessionRepository;
import org.springframework.stereotype.Component;

/** Ends the streams of sessions that have ended, or that nobody used for too long: following changes keeps none alive. */
@Component
class SessionStanding implements LiveStanding {

    private final SessionRepository<?> sessions;

    SessionStanding(SessionRepository<?> sessions) {
        this.sessions = sessions;
    }

    @Override
    public boolean holds(Watcher watcher) {
        return watcher.session() == null || sessions.findById(watcher.session()) != null;
    }
}
