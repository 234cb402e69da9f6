package fr.guichet.appointments.persistence;

import static fr.guichet.appointments.persistence.Rows.instantOrNull;
import static fr.guichet.appointments.persistence.Rows.utc;
import static fr.guichet.appointments.persistence.Rows.uuidOrNull;

import fr.guichet.appointments.Appointment;
import fr.guichet.appointments.AppointmentChange;
import fr.guichet.appointments.AppointmentId;
import fr.guichet.appointments.AppointmentPosition;
import fr.guichet.appointments.domain.Minutes;
import fr.guichet.appointments.domain.VisitShape;
import fr.guichet.shared.AccountId;
import fr.guichet.shared.AdviserId;
import fr.guichet.shared.BranchId;
import fr.guichet.shared.CustomerId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Lists of appointments and of what happened to them. Holds and offers are in none of them. */
@Repository
public class AppointmentQueries {

    private static final String SELECT = "select " + Rows.APPOINTMENT + " from appointments.appointment a ";

    private static final String UPCOMING = SELECT + """
            where a.customer_id = :customer and a.status in ('BOOKED', 'CHECKED_IN', 'IN_PROGRESS') and a.ends > :now
                and (a.starts, a.id) > (:start, cast(:id as uuid))
            order by a.starts, a.id limit :limit
            """;

    private static final String PAST = SELECT + """
            where a.customer_id = :customer and a.status not in ('HELD', 'OFFERED', 'LAPSED')
                and (a.ends <= :now or a.status in ('FINISHED', 'NO_SHOW', 'CANCELLED'))
                and (a.starts, a.id) < (:start, cast(:id as uuid))
            order by a.starts desc, a.id desc limit :limit
            """;

    /** A branch's calendar by the index on its blocked minutes, whose first day back catches what began before. */
    private static final String CALENDAR = SELECT + """
            where a.branch_id = :branch and a.blocked_from >= :lookBack and a.blocked_from < :to
                and a.starts < :end and a.ends > :start
                and a.status not in ('HELD', 'OFFERED', 'LAPSED')
            """;

    private static final String IN_ORDER = " order by a.starts, a.id";

    private static final AppointmentPosition FIRST =
            new AppointmentPosition(Instant.EPOCH, new AppointmentId(new UUID(0, 0)));
    private static final AppointmentPosition LAST =
            new AppointmentPosition(Instant.parse("9999-12-31T00:00:00Z"), new AppointmentId(new UUID(-1, -1)));

    private final JdbcClient jdbc;

    AppointmentQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Visits that are to come or going on, the next one first. */
    public List<Appointment> upcoming(
            CustomerId customer, Instant now, @Nullable AppointmentPosition after, int limit) {
        return list(UPCOMING, customer, now, after == null ? FIRST : after, limit);
    }

    /** Visits that are over or do not take place, the latest first. */
    public List<Appointment> past(CustomerId customer, Instant now, @Nullable AppointmentPosition after, int limit) {
        return list(PAST, customer, now, after == null ? LAST : after, limit);
    }

    /** Every visit of a branch that has a moment in [start, end), cancelled ones included, by start. */
    public List<Appointment> calendar(BranchId branch, Instant start, Instant end) {
        return window(CALENDAR + IN_ORDER, branch, start, end)
                .query(Rows::appointment)
                .list();
    }

    /** The same of one adviser. */
    public List<Appointment> calendar(BranchId branch, AdviserId adviser, Instant start, Instant end) {
        return window(CALENDAR + " and a.adviser_id = :adviser" + IN_ORDER, branch, start, end)
                .param("adviser", adviser.value())
                .query(Rows::appointment)
                .list();
    }

    /** Visits of a branch that have not begun and have a moment in [start, end), by start. */
    public List<Appointment> toCome(BranchId branch, Instant start, Instant end) {
        return window(CALENDAR + " and a.status in ('BOOKED', 'CHECKED_IN')" + IN_ORDER, branch, start, end)
                .query(Rows::appointment)
                .list();
    }

    /** Whether the customer has, or had, a visit in the branch. */
    public boolean knows(BranchId branch, CustomerId customer) {
        return jdbc.sql("""
                        select exists (select 1 from appointments.appointment where customer_id = :customer
                            and branch_id = :branch and status not in ('HELD', 'OFFERED', 'LAPSED'))
                        """)
                .param("customer", customer.value())
                .param("branch", branch.value())
                .query(Boolean.class)
                .single();
    }

    /** What happened to an appointment, the first thing first. */
    public List<AppointmentChange> history(AppointmentId id) {
        return jdbc.sql("""
                        select at, what, actor, account_id, from_start, from_adviser, to_start, to_adviser, reason
                        from appointments.appointment_change where appointment_id = :id order by id
                        """)
                .param("id", id.value())
                .query(AppointmentQueries::change)
                .list();
    }

    private List<Appointment> list(String sql, CustomerId customer, Instant now, AppointmentPosition after, int limit) {
        return jdbc.sql(sql)
                .param("customer", customer.value())
                .param("now", utc(now))
                .param("start", utc(after.start()))
                .param("id", after.id().value())
                .param("limit", limit)
                .query(Rows::appointment)
                .list();
    }

    private StatementSpec window(String sql, BranchId branch, Instant start, Instant end) {
        return jdbc.sql(sql)
                .param("branch", branch.value())
                .param("lookBack", Minutes.floor(start) - VisitShape.LONGEST)
                .param("to", Minutes.ceil(end) + VisitShape.LONGEST)
                .param("start", utc(start))
                .param("end", utc(end));
    }

    private static AppointmentChange change(ResultSet row, int number) throws SQLException {
        return new AppointmentChange(
                Rows.instant(row, "at"),
                AppointmentChange.What.valueOf(row.getString("what")),
                AppointmentChange.By.valueOf(row.getString("actor")),
                account(row),
                instantOrNull(row, "from_start"),
                adviser(row, "from_adviser"),
                instantOrNull(row, "to_start"),
                adviser(row, "to_adviser"),
                row.getString("reason"));
    }

    private static @Nullable AccountId account(ResultSet row) throws SQLException {
        var account = uuidOrNull(row, "account_id");
        return account == null ? null : new AccountId(account);
    }

    private static @Nullable AdviserId adviser(ResultSet row, String column) throws SQLException {
        var adviser = uuidOrNull(row, column);
        return adviser == null ? null : new AdviserId(adviser);
    }
}
