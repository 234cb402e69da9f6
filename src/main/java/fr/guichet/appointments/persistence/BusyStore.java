package fr.guichet.appointments.persistence;

import static fr.guichet.appointments.persistence.Rows.instant;
import static fr.guichet.appointments.persistence.Rows.instantOrNull;
import static fr.guichet.appointments.persistence.Rows.utc;
import static fr.guichet.appointments.persistence.Rows.uuid;
import static fr.guichet.appointments.persistence.Rows.uuidOrNull;

import fr.guichet.appointments.domain.BusyTimes;
import fr.guichet.appointments.domain.DayBook;
import fr.guichet.appointments.domain.Minutes;
import fr.guichet.appointments.domain.VisitShape;
import fr.guichet.appointments.domain.VisitTimes;
import fr.guichet.shared.AdviserId;
import fr.guichet.shared.BranchId;
import fr.guichet.shared.CustomerId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what is on the calendars of a branch. */
@Repository
public class BusyStore {

    /** One row of one value, read from the index alone: 24 bytes for each range instead of a row for each. */
    private static final String BUSY = """
            select string_agg(uuid_send(adviser_id) || int8send(blocked_from::bigint << 32 | blocked_to), ''::bytea)
            from appointments.appointment
            where branch_id = :branch and blocked_from >= :from and blocked_from < :to and blocking
                and (held_until is null or held_until > :now)
            """;

    private static final String DAY = """
            select id, adviser_id, starts, ends, lower(blocked) as blocked_start, upper(blocked) as blocked_end,
                blocking, held_until, case status when 'HELD' then customer_id end as holder
            from appointments.appointment
            where branch_id = :branch and blocked_from >= :lookBack and blocked_from < :to and blocked_to > :from
                and (blocking or status = 'FINISHED')
                and (cast(:adviser as uuid) is null or adviser_id = cast(:adviser as uuid))
            """;

    private final JdbcClient jdbc;

    BusyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Every blocked range of a branch that has a moment in [from, to), and perhaps some that do not. Holds and offers that have run
     * out are left out, whether or not their rows are gone.
     *
     * @param from first minute, as {@link Minutes} counts
     * @param to minute after the last
     */
    public BusyTimes busy(BranchId branch, int from, int to, Instant now) {
        return jdbc.sql(BUSY)
                .param("branch", branch.value())
                .param("from", from - VisitShape.LONGEST)
                .param("to", to)
                .param("now", utc(now))
                .query((row, number) -> {
                    var packed = row.getBytes(1);
                    return packed == null ? BusyTimes.none() : new BusyTimes(packed);
                })
                .single();
    }

    /**
     * What is on the calendars of a branch between two instants, with holds and offers that have run out but still have a row.
     *
     * @param adviser the only one of interest; null for all
     */
    public DayBook book(BranchId branch, Instant from, Instant to, @Nullable AdviserId adviser) {
        return new DayBook(jdbc.sql(DAY)
                .param("branch", branch.value())
                .param("lookBack", Minutes.floor(from) - VisitShape.LONGEST)
                .param("from", Minutes.floor(from))
                .param("to", Minutes.ceil(to))
                .param("adviser", adviser == null ? null : adviser.value(), Types.OTHER)
                .query((row, number) -> new DayBook.Entry(
                        uuid(row, "id"),
                        new AdviserId(uuid(row, "adviser_id")),
                        new VisitTimes(
                                instant(row, "starts"),
                                instant(row, "ends"),
                                instant(row, "blocked_start"),
                                instant(row, "blocked_end")),
                        row.getBoolean("blocking"),
                        instantOrNull(row, "held_until"),
                        holder(row)))
                .list());
    }

    private static @Nullable CustomerId holder(ResultSet row) throws SQLException {
        var holder = uuidOrNull(row, "holder");
        return holder == null ? null : new CustomerId(holder);
    }
}
