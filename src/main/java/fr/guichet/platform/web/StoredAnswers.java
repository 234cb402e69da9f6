package fr.guichet.platform.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import fr.guichet.platform.keys.Keys;
import java.security.GeneralSecurityException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * First answers, kept for a day to be repeated. Who asked and with which key is kept as a digest only, and what was answered
 * encrypted: it may hold what is shown once.
 */
@Repository
class StoredAnswers {

    private static final int BATCH = 5_000;

    private final JdbcClient jdbc;
    private final Keys keys;

    StoredAnswers(JdbcClient jdbc, Keys keys) {
        this.jdbc = jdbc;
        this.keys = keys;
    }

    /** What is sent again. */
    record Answer(
            int status,
            @Nullable String location,
            @Nullable String etag,
            @Nullable String body) {}

    /**
     * An answer and what it answered.
     *
     * @param request digest of the request
     */
    record Stored(String request, Answer answer) {}

    /** True if this is the first time; waits for one of the same key that is under way elsewhere. */
    boolean begin(String id, String request) {
        return jdbc.sql("insert into platform.idempotent_request (id, request) values (?, ?) on conflict do nothing")
                        .params(id, request)
                        .update()
                == 1;
    }

    void keep(String id, Answer answer) {
        jdbc.sql("""
                        update platform.idempotent_request
                        set status = :status, location = :location, etag = :etag, body = :body where id = :id
                        """)
                .param("status", answer.status)
                .param("location", answer.location)
                .param("etag", answer.etag)
                .param("body", encrypted(id, answer.body))
                .param("id", id)
                .update();
    }

    Stored find(String id) {
        return jdbc.sql("select request, status, location, etag, body from platform.idempotent_request where id = ?")
                .param(id)
                .query((row, number) -> new Stored(
                        row.getString("request"),
                        new Answer(
                                row.getInt("status"),
                                row.getString("location"),
                                row.getString("etag"),
                                decrypted(id, row.getBytes("body")))))
                .single();
    }

    private byte @Nullable [] encrypted(String id, @Nullable String body) {
        try {
            return body == null ? null : keys.secrets().encrypt(body.getBytes(UTF_8), owner(id));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("An answer could not be encrypted", e);
        }
    }

    private @Nullable String decrypted(String id, byte @Nullable [] body) {
        try {
            return body == null ? null : new String(keys.secrets().decrypt(body, owner(id)), UTF_8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A kept answer cannot be read with the keys at hand", e);
        }
    }

    /** Bound to what is encrypted: an answer copied into another row is refused. */
    private static byte[] owner(String id) {
        return ("idempotent-request\n" + id).getBytes(UTF_8);
    }

    /** Forgets what is older than a day, a batch at a time so that no lock is held for long. */
    void expire() {
        int gone;
        do {
            gone = jdbc.sql("""
                            delete from platform.idempotent_request where id in (
                                select id from platform.idempotent_request
                                where created_at < now() - interval '24 hours' limit ?)
                            """).param(BATCH).update();
        } while (gone == BATCH);
    }

    /** Has some instance do that every ten minutes. */
    @Configuration(proxyBeanMethods = false)
    static class Expiry {

        @Bean
        Task<Void> idempotencyExpiryTask(ObjectProvider<StoredAnswers> answers) {
            return Tasks.recurring("idempotency-expiry", FixedDelay.of(Duration.ofMinutes(10)))
                    .execute((instance, context) -> answers.getObject().expire());
        }
    }
}
