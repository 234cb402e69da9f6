package fr.guichet.identity.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.guichet.identity.AccountAudit;
import fr.guichet.identity.AccountTrail;
import fr.guichet.identity.sessions.OpenSessions;
import fr.guichet.identity.sessions.OpenSessions.OpenSession;
import fr.guichet.platform.web.Problems;
import fr.guichet.shared.AccountId;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where one is signed in. */
@RestController
@RequestMapping("/api/sessions")
class SessionsController {

    private final OpenSessions sessions;
    private final SignedInAccounts signedIn;
    private final AccountTrail trail;

    SessionsController(OpenSessions sessions, SignedInAccounts signedIn, AccountTrail trail) {
        this.sessions = sessions;
        this.trail = trail;
        this.signedIn = signedIn;
    }

    /** One's own sessions, on all devices, the last used first. */
    @GetMapping
    SessionList listSessions(HttpServletRequest request) {
        var current = BrowserSessions.number(request);
        return new SessionList(sessions.of(account()).stream()
                .map(session -> SessionEntry.of(session, current))
                .toList());
    }

    /** Ends one of them; it may be this one. */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endSession(@PathVariable UUID id) {
        if (!sessions.end(account(), id)) {
            throw Problems.notFound().exception();
        }
        trail.endedSession(account(), id);
    }

    /** Ends all of them but this one. */
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endOtherSessions(HttpServletRequest request) {
        sessions.endOthers(account(), BrowserSessions.number(request));
        trail.didApart(account(), AccountAudit.OTHER_SESSIONS_ENDED);
    }

    private AccountId account() {
        return signedIn.current().orElseThrow().id();
    }

    record SessionList(List<SessionEntry> items) {}

    /**
     * A session.
     *
     * @param current whether it is the one that asks
     * @param device such as "Firefox, Windows"; absent when the browser does not say
     * @param address from which it was last used
     */
    @Schema(name = "OpenSession")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SessionEntry(
            UUID id,
            boolean current,
            @Nullable String device,
            String address,
            OffsetDateTime beganAt,
            OffsetDateTime lastUsedAt) {

        static SessionEntry of(OpenSession session, UUID current) {
            var facts = session.facts();
            return new SessionEntry(
                    facts.id(),
                    facts.id().equals(current),
                    facts.device().isEmpty() ? null : facts.device(),
                    facts.address(),
                    facts.beganAt().atOffset(ZoneOffset.UTC),
                    session.lastUsedAt().atOffset(ZoneOffset.UTC));
        }
    }
}
