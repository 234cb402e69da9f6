package fr.guichet.identity.sessions;

import fr.guichet.shared.AccountId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/** An account's sessions, on all instances and wherever they are stored. */
@Component
public class OpenSessions {

    private final FindByIndexNameSessionRepository<? extends Session> sessions;

    OpenSessions(FindByIndexNameSessionRepository<? extends Session> sessions) {
        this.sessions = sessions;
    }

    /** One session. */
    public record OpenSession(SessionFacts facts, Instant lastUsedAt) {}

    /** The last used first. */
    public List<OpenSession> of(AccountId account) {
        return sessions.findByPrincipalName(account.toString()).values().stream()
                .filter(session -> !session.isExpired())
                .flatMap(session ->
                        facts(session).map(facts -> new OpenSession(facts, session.getLastAccessedTime())).stream())
                .sorted(Comparator.comparing(OpenSession::lastUsedAt).reversed())
                .toList();
    }

    /**
     * Ends one.
     *
     * @return false when this account has no such session
     */
    public boolean end(AccountId account, UUID id) {
        var found = sessions.findByPrincipalName(account.toString()).values().stream()
                .filter(session ->
                        facts(session).filter(facts -> facts.id().equals(id)).isPresent())
                .map(Session::getId)
                .toList();
        found.forEach(sessions::deleteById);
        return !found.isEmpty();
    }

    /** Ends all but this one. */
    public void endOthers(AccountId account, UUID kept) {
        sessions.findByPrincipalName(account.toString()).values().stream()
                .filter(session ->
                        facts(session).filter(facts -> facts.id().equals(kept)).isEmpty())
                .map(Session::getId)
                .toList()
                .forEach(sessions::deleteById);
    }

    private static Optional<SessionFacts> facts(Session session) {
        return Optional.ofNullable(session.getAttribute(SessionFacts.ATTRIBUTE));
    }
}
