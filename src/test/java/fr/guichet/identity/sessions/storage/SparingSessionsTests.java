package fr.guichet.identity.sessions.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.session.MapSession;
import org.springframework.session.MapSessionRepository;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

class SparingSessionsTests {

    private final List<String> asked = new ArrayList<>();
    private final SessionIdentifiers identifiers = new SessionIdentifiers();
    private final Map<String, Session> kept = new ConcurrentHashMap<>();
    private final SparingSessions<MapSession> sessions = new SparingSessions<>(new Counted(), identifiers);

    @Test
    void anOrdinaryRequestCostsOneRead() {
        var id = stored();

        request(id);

        assertThat(asked).containsExactly("find");
    }

    @Test
    void whatChangedIsWritten() {
        var id = stored();

        var session = Objects.requireNonNull(sessions.findById(id));
        session.setAttribute("who", "Marie");
        sessions.save(session);

        assertThat(asked).containsExactly("find", "save");
        assertThat(Objects.requireNonNull(sessions.findById(id)).<String>getAttribute("who"))
                .isEqualTo("Marie");
    }

    @Test
    void thatItIsUsedIsWrittenOnceInHalfAMinute() {
        var id = stored();

        var session = Objects.requireNonNull(sessions.findById(id));
        session.setLastAccessedTime(session.getLastAccessedTime().plusSeconds(30));
        sessions.save(session);

        assertThat(asked).containsExactly("find", "save");
    }

    @Test
    void theNextRequestReadsAgain() {
        var id = stored();

        request(id);
        request(id);

        assertThat(asked).as("what was signed out elsewhere is seen").containsExactly("find", "find");
    }

    @Test
    void anotherSessionOnTheSameThreadIsRead() {
        var one = stored();
        var other = stored();

        sessions.save(Objects.requireNonNull(sessions.findById(one)));
        assertThat(Objects.requireNonNull(sessions.findById(other)).getId()).isEqualTo(other);
        assertThat(Objects.requireNonNull(sessions.findById(one)).getId()).isEqualTo(one);

        assertThat(asked).containsExactly("find", "find", "find");
    }

    @Test
    void aNewSessionIsNotKeptForTheNextRequest() {
        var id = stored();

        assertThat(sessions.findById(id)).isNotNull();

        assertThat(asked).containsExactly("find");
    }

    @Test
    void oneThatWasDeletedIsGone() {
        var id = stored();
        sessions.save(Objects.requireNonNull(sessions.findById(id)));

        sessions.deleteById(id);

        assertThat(sessions.findById(id)).isNull();
    }

    @Test
    void theStoreDoesNotHoldWhatTheBrowserHolds() {
        var first = stored();
        assertThat(kept).doesNotContainKey(first).hasSize(1);

        var session = Objects.requireNonNull(sessions.findById(first));
        var second = session.changeSessionId();
        sessions.save(session);

        assertThat(session.getId()).isEqualTo(second).isNotEqualTo(first).hasSize(36);
        assertThat(kept).hasSize(1).doesNotContainKeys(first, second);
        assertThat(kept.keySet()).allSatisfy(id -> assertThat(id).hasSize(36));
        assertThat(sessions.findById(first)).isNull();
        assertThat(sessions.findById(second)).isNotNull();
        for (var id : kept.keySet()) {
            assertThat(sessions.findById(id)).isNull();
        }
    }

    /** What the filter does: fetch, note the use, save, and ask whether it is there. */
    private void request(String id) {
        var session = Objects.requireNonNull(sessions.findById(id));
        session.setLastAccessedTime(Instant.now().plus(Duration.ofSeconds(1)));
        sessions.save(session);
        assertThat(sessions.findById(id)).isNotNull();
    }

    private String stored() {
        var session = sessions.createSession();
        sessions.save(session);
        asked.clear();
        return session.getId();
    }

    private final class Counted implements SessionRepository<MapSession> {

        private final MapSessionRepository map = new MapSessionRepository(kept);

        Counted() {
            map.setSessionIdGenerator(identifiers);
        }

        @Override
        public MapSession createSession() {
            return map.createSession();
        }

        @Override
        public void save(MapSession session) {
            asked.add("save");
            map.save(session);
        }

        @Override
        public @Nullable MapSession findById(String id) {
            asked.add("find");
            return map.findById(id);
        }

        @Override
        public void deleteById(String id) {
            map.deleteById(id);
        }
    }
}
