package fr.guichet.appointments.persistence;

import static fr.guichet.appointments.persistence.Rows.instant;
import static fr.guichet.appointments.persistence.Rows.instantOrNull;
import static fr.guichet.appointments.persistence.Rows.utc;
import static fr.guichet.appointments.persistence.Rows.uuid;
import static fr.guichet.appointments.persistence.Rows.uuidOrNull;

import fr.guichet.appointments.domain.BusyTimes;
import fr.guichet.appointments.domain.DayBook;
import fr.guichet.appointments.domain.Minutes;
import fr.guichet.appointments.domain.PackedRanges;
import fr.guichet.appointments.domain.VisitShape;
import fr.guichet.appointments.domain.VisitTimes;
import fr.guichet.shared.AdviserId;
import fr.guichet.shared.BranchId;
import fr.guichet.shared.CustomerId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what is on the calendars of a branch. */
@Repository
public class BusyStore {

    /**
     * A row of one value for each day, read from the index alone: 24 bytes for each range instead of a row for each. Before them a row
     * that says from which transaction on there may be something that this statement did not see.
     */
    private static final String BUSY = """
            select null as day, null as packed, null as lapses, pg_snapshot_xmin(pg_current_snapshot())::text as since
            union all
            select blocked_from / 1440,
                string_agg(uuid_send(adviser_id) || int8send(blocked_from::bigint << 32 | blocked_to), ''::bytea),
                min(held_until), null
            from appointments.appointment
            where branch_id = :branch and blocked_from >= :from and blocked_from < :to and blocking
                and (held_until is null or held_until > :now)
            group by blocked_from / 1440
            order by day nulls first
            """;

    /** Numbers of transactions from a database that this one was restored from are beyond all of today's. */
    private static final String CHANGED = """
            select exists (
                select 1 from appointments.appointment
                where branch_id = :branch and changed_in >= cast(:since as xid8)
                    and changed_in < pg_snapshot_xmax(pg_current_snapshot()))
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
     * Every blocked range of a branch that begins on one of the days, as of one moment of the database. Holds and offers that have run
     * out are left out, whether or not their rows are gone.
     *
     * @param firstDay as {@link BusyTimes#dayOf} counts
     * @param lastDay included
     */
    List<BusyDay> read(BranchId branch, int firstDay, int lastDay, Instant now) {
        return jdbc.sql(BUSY)
                .param("branch", branch.value())
                .param("from", firstDay * BusyTimes.MINUTES_A_DAY)
                .param("to", (lastDay + 1) * BusyTimes.MINUTES_A_DAY)
                .param("now", utc(now))
                .query(rows -> {
                    var since = since(rows);
                    var days = new ArrayList<>(Collections.nCopies(lastDay + 1 - firstDay, BusyDay.empty(since)));
                    while (rows.next()) {
                        var day = new BusyDay(
                                new PackedRanges(rows.getBytes("packed")), instantOrNull(rows, "lapses"), since);
                        days.set(rows.getInt("day") - firstDay, day);
                    }
                    return days;
                });
    }

    private static long since(ResultSet rows) throws SQLException {
        rows.next();
        return Long.parseLong(rows.getString("since"));
    }

    /** Whether any calendar of the branch may have changed since something was read that said so of itself. */
    boolean changed(BranchId branch, long since) {
        return jdbc.sql(CHANGED)
                .param("branch", branch.value())
                .param("since", Long.toString(since))
                .query(Boolean.class)
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
