package fr.guichet.identity.sessions.storage;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/**
 * Stands between the filter that fetches sessions and their storage, so that an ordinary request costs one read. The filter would
 * write with every request that the session was used, and then read it once more to see whether it is there.
 *
 * <p>When a session was last used is written once in half a minute: it may end that much early, never late.
 */
final class SparingSessions<S extends Session> implements SessionRepository<WatchedSession<S>> {

    private static final Duration ACCESS_WRITTEN_EVERY = Duration.ofSeconds(30);

    private final SessionRepository<S> stored;
    private final SessionIdentifiers identifiers;

    /** What the filter, on this thread, asks for next: taken by the next read, whatever that asks for. */
    @SuppressWarnings("ThreadLocalUsage") // there is one of this in a program, and it is typed
    private final ThreadLocal<@Nullable WatchedSession<S>> justSaved = new ThreadLocal<>();

    SparingSessions(SessionRepository<S> stored, SessionIdentifiers identifiers) {
        this.stored = stored;
        this.identifiers = identifiers;
    }

    @Override
    public WatchedSession<S> createSession() {
        var created = stored.createSession();
        return new WatchedSession<>(created, identifiers.forBrowser(), identifiers, true, true);
    }

    @Override
    public @Nullable WatchedSession<S> findById(String id) {
        var saved = justSaved.get();
        justSaved.remove();
        if (saved != null && saved.getId().equals(id)) {
            return saved;
        }
        var found = stored.findById(SessionIdentifiers.inStore(id));
        return found == null
                ? null
                : new WatchedSession<>(found, id, identifiers, false, PresenceFilter.somebodyIsThere());
    }

    @Override
    public void save(WatchedSession<S> session) {
        if (session.isWorthWriting(ACCESS_WRITTEN_EVERY)) {
            stored.save(session.session());
            session.written();
        }
        // A new one is not asked for again: it would wait for whoever uses the thread next.
        if (!session.isNew()) {
            justSaved.set(session);
        }
    }

    @Override
    public void deleteById(String id) {
        justSaved.remove();
        stored.deleteById(SessionIdentifiers.inStore(id));
    }
}
