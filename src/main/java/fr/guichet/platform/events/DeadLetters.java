package fr.guichet.platform.events;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import fr.guichet.platform.database.Transactions;
import fr.guichet.platform.web.WithoutPersonalData;
import fr.guichet.shared.AccountId;
import fr.guichet.shared.TimeOrderedIds;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What could not be delivered: kept until an operator has it tried again with success. */
@Repository
public class DeadLetters {

    private static final Logger AUDIT = LoggerFactory.getLogger(DeadLetters.class);

    private final JdbcClient jdbc;
    private final Transactions transactions;
    private final ObjectProvider<SchedulerClient> scheduler;
    private final EventJson json;
    private final InstantSource now = InstantSource.system();
    private final ObjectProvider<ReplayObserver> observers;

    DeadLetters(
            JdbcClient jdbc,
            Transactions transactions,
            ObjectProvider<SchedulerClient> scheduler,
            EventJson json,
            ObjectProvider<ReplayObserver> observers) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.scheduler = scheduler;
        this.json = json;
        this.observers = observers;
    }

    /**
     * The latest first, those under way again included.
     *
     * @param lastFailed with {@code after}, where the previous page ended; null for the first
     */
    public List<DeadLetter> list(@Nullable Instant lastFailed, @Nullable UUID after, int limit) {
        return jdbc.sql("""
                        select * from platform.event_dead_letter
                        where :after::uuid is null or (last_failed_at, id) < (:failed::timestamptz, :after::uuid)
                        order by last_failed_at desc, id desc limit :limit
                        """)
                .param("after", after)
                .param("failed", lastFailed == null ? null : time(lastFailed))
                .param("limit", limit)
                .query(DeadLetters::map)
                .list();
    }

    public Optional<DeadLetter> find(UUID id) {
        return jdbc.sql("select * from platform.event_dead_letter where id = ?")
                .param(id)
                .query(DeadLetters::map)
                .optional();
    }

    /**
     * Sends it on its way again with a full number of attempts. Asking twice changes nothing; it is removed from here when its
     * listener has handled it, and comes back if that fails again.
     *
     * @return the letter as it is now; empty if there is none, which may mean that it has been handled
     */
    public Optional<DeadLetter> replay(UUID id, AccountId operator) {
        return transactions.call(() -> {
            var at = now.instant();
            var marked = jdbc.sql(
                                    "update platform.event_dead_letter set replayed_at = ?, replayed_by = ? where id = ? and replayed_at is null")
                            .params(time(at), operator.value(), id)
                            .update()
                    == 1;
            var letter = find(id);
            if (marked) {
                letter.ifPresent(found -> {
                    scheduler.getObject().scheduleBatch(List.of(delivery(found).row(json)), at);
                    AUDIT.info(
                            "Account {} had dead letter {} replayed: {} for {} (event {})",
                            operator,
                            id,
                            found.type(),
                            found.listener(),
                            found.event());
                    observers.orderedStream().forEach(observer -> observer.replayed(operator, found));
                });
            }
            return letter;
        });
    }

    private static Delivery delivery(DeadLetter letter) {
        return new Delivery(
                letter.event(),
                letter.type(),
                letter.listener(),
                letter.payload(),
                letter.published(),
                null,
                letter.firstFailed(),
                true);
    }

    /** Those that lie here and nobody has had replayed. */
    long count() {
        return jdbc.sql("select count(*) from platform.event_dead_letter where replayed_at is null")
                .query(Long.class)
                .single();
    }

    void add(Delivery delivery, int attempts, Throwable failure, Instant at) {
        var first = delivery.firstFailed();
        jdbc.sql("""
                        insert into platform.event_dead_letter
                            (id, event_id, event_type, listener_id, payload, failure_class, failure_message, attempts,
                             published_at, first_failed_at, last_failed_at)
                        values (:id, :event, :type, :listener, :payload, :failure, :message, :attempts,
                                :published, :first, :last)
                        on conflict (event_id, listener_id) do update set
                            failure_class = excluded.failure_class, failure_message = excluded.failure_message,
                            attempts = event_dead_letter.attempts + excluded.attempts,
                            last_failed_at = excluded.last_failed_at, replayed_at = null, replayed_by = null
                        """)
                .param("id", TimeOrderedIds.next())
                .param("event", delivery.event())
                .param("type", delivery.type())
                .param("listener", delivery.listener())
                .param("payload", delivery.payload().replace("\0", ""))
                .param("failure", failure.getClass().getName())
                .param("message", message(failure))
                .param("attempts", attempts)
                .param("published", time(delivery.published()))
                .param("first", time(first == null ? at : first))
                .param("last", time(at))
                .update();
    }

    /** A replayed letter reached its listener at last. */
    void settled(Delivery delivery) {
        jdbc.sql("delete from platform.event_dead_letter where event_id = ? and listener_id = ?")
                .params(delivery.event(), delivery.listener())
                .update();
    }

    /** One line for the log. */
    static String describe(Throwable failure) {
        return failure.getClass().getName() + ": " + message(failure);
    }

    /** A copy for the log, with its stack. */
    static Throwable scrubbed(Throwable failure) {
        return WithoutPersonalData.copy(failure);
    }

    private static String message(Throwable failure) {
        return WithoutPersonalData.text(failure.getMessage() == null ? "" : failure.getMessage());
    }

    private static DeadLetter map(ResultSet row, int number) throws SQLException {
        var replayed = row.getObject("replayed_at", OffsetDateTime.class);
        return new DeadLetter(
                row.getObject("id", UUID.class),
                row.getObject("event_id", UUID.class),
                row.getString("event_type"),
                row.getString("listener_id"),
                row.getString("payload"),
                row.getString("failure_class"),
                row.getString("failure_message"),
                row.getInt("attempts"),
                instant(row, "published_at"),
                instant(row, "first_failed_at"),
                instant(row, "last_failed_at"),
                replayed == null ? null : replayed.toInstant());
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
