package fr.guichet.appointments.persistence;

import static fr.guichet.appointments.persistence.Rows.instantOrNull;
import static fr.guichet.appointments.persistence.Rows.utc;
import static fr.guichet.appointments.persistence.Rows.uuidOrNull;

import fr.guichet.appointments.Appointment;
import fr.guichet.appointments.AppointmentChange;
import fr.guichet.appointments.AppointmentId;
import fr.guichet.appointments.AppointmentPage.Position;
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
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
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

    private static final Position FIRST =
            new Position(Instant.EPOCH, new AppointmentId(new java.util.UUID(0, 0)));
    private static final Position LAST =
            new Position(Instant.parse("9999-12-31T00:00:00Z"), new AppointmentId(new java.util.UUID(-1, -1)));

    private final JdbcClient jdbc;

    AppointmentQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Visits that are to come or going on, the next one first. */
    public List<Appointment> upcoming(CustomerId customer, Instant now, @Nullable Position after, int limit) {
        return list(UPCOMING, customer, now, after == null ? FIRST : after, limit);
    }

    /** Visits that are over or do not take place, the latest first. */
    public List<Appointment> past(CustomerId customer, Instant now, @Nullable Position after, int limit) {
        return list(PAST, customer, now, after == null ? LAST : after, limit);
    }

    /** Every visit of a branch that has a moment in [start, end), cancelled ones included, by start. */
    public List<Appointment> calendar(BranchId branch, Instant start, Instant end) {
        return calendar(CALENDAR + " order by a.starts, a.id", branch, start, end).list();
    }

    /** The same of one adviser. */
    public List<Appointment> calendar(BranchId branch, AdviserId adviser, Instant start, Instant end) {
        return calendar(CALENDAR + " and a.adviser_id = :adviser order by a.starts, a.id", branch, start, end)
                .param("adviser", adviser.value())
                .list();
    }

    /** Visits of a branch that have not begun and have a moment in [start, end), by start. */
    public List<Appointment> toCome(BranchId branch, Instant start, Instant end) {
        return calendar(
                        CALENDAR + " and a.status in ('BOOKED', 'CHECKED_IN') order by a.starts, a.id",
                        branch,
                        start,
                        end)
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

    private List<Appointment> list(String sql, CustomerId customer, Instant now, Position after, int limit) {
        return jdbc.sql(sql)
                .param("customer", customer.value())
                .param("now", utc(now))
                .param("start", utc(after.start()))
                .param("id", after.id().value())
                .param("limit", limit)
                .query(Rows::appointment)
                .list();
    }
}
