package fr.guichet.identity.sessions.storage;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.session.Session;

/** A session that knows whether there is anything in it to write. */
final class WatchedSession<S extends Session> implements Session {

    private final S session;
    private final SessionIdentifiers identifiers;
    private final boolean isNew;
    private final boolean somebodyIsThere;
    private String id;
    private Instant accessWritten;
    private boolean changed;

    /**
     * Watches one.
     *
     * @param id as the browser has it
     * @param somebodyIsThere whether the request was made by a person; else the session does not count as used
     */
    WatchedSession(S session, String id, SessionIdentifiers identifiers, boolean isNew, boolean somebodyIsThere) {
        this.session = session;
        this.id = id;
        this.identifiers = identifiers;
        this.isNew = isNew;
        this.somebodyIsThere = somebodyIsThere;
        this.changed = isNew;
        this.accessWritten = session.getLastAccessedTime();
    }

    S session() {
        return session;
    }

    /** Whether this request made it. */
    boolean isNew() {
        return isNew;
    }

    /** Whether it changed, or was last used so long after the time that is written that others must know. */
    boolean isWorthWriting(Duration accessEvery) {
        return changed || !session.getLastAccessedTime().isBefore(accessWritten.plus(accessEvery));
    }

    void written() {
        changed = false;
        accessWritten = session.getLastAccessedTime();
    }

    @Override
    public String getId() {
        return id;
    }

    @Override
    public String changeSessionId() {
        changed = true;
        session.changeSessionId();
        id = identifiers.forBrowser();
        return id;
    }

    @Override
    @SuppressWarnings("TypeParameterUnusedInFormals") // the interface has it so
    public <T> @Nullable T getAttribute(String name) {
        return session.getAttribute(name);
    }

    @Override
    public Set<String> getAttributeNames() {
        return session.getAttributeNames();
    }

    @Override
    public void setAttribute(String name, Object value) {
        changed = true;
        session.setAttribute(name, value);
    }

    @Override
    public void removeAttribute(String name) {
        changed = true;
        session.removeAttribute(name);
    }

    @Override
    public Instant getCreationTime() {
        return session.getCreationTime();
    }

    @Override
    public void setLastAccessedTime(Instant time) {
        if (somebodyIsThere) {
            session.setLastAccessedTime(time);
        }
    }

    @Override
    public Instant getLastAccessedTime() {
        return session.getLastAccessedTime();
    }

    @Override
    public void setMaxInactiveInterval(Duration interval) {
        changed = true;
        session.setMaxInactiveInterval(interval);
    }

    @Override
    public Duration getMaxInactiveInterval() {
        return session.getMaxInactiveInterval();
    }

    @Override
    public boolean isExpired() {
        return session.isExpired();
    }
}
