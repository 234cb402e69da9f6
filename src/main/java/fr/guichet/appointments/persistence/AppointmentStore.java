package fr.guichet.appointments.persistence;

import static fr.guichet.appointments.persistence.Rows.utc;
import static fr.guichet.appointments.persistence.Rows.utcOrNull;

import fr.guichet.appointments.Appointment;
import fr.guichet.appointments.AppointmentChange;
import fr.guichet.appointments.AppointmentId;
import fr.guichet.shared.AdviserId;
import fr.guichet.shared.CustomerId;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Writes appointments, each change together with its line of history in one statement. */
@Repository
public class AppointmentStore {

    private final JdbcClient jdbc;

    AppointmentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Appointment> find(AppointmentId id) {
        return jdbc.sql("select " + Rows.APPOINTMENT + " from appointments.appointment a where a.id = :id")
                .param("id", id.value())
                .query(Rows::appointment)
                .optional();
    }

    /** The appointment, which nobody else can change until the transaction ends. */
    public Optional<Appointment> lock(AppointmentId id) {
        return jdbc.sql("select " + Rows.APPOINTMENT
                        + " from appointments.appointment a where a.id = :id for no key update")
                .param("id", id.value())
                .query(Rows::appointment)
                .optional();
    }

    /** Waits until no other transaction asks for a hold for the customer; others wait until this one ends. */
    public void queueHoldsOf(CustomerId customer) {
        jdbc.sql("select pg_advisory_xact_lock(:customer)")
                .param("customer", customer.value().getLeastSignificantBits())
                .query((row, number) -> true)
                .single();
    }

    /** The customer's hold, whether or not it has run out. */
    public Optional<Appointment> holdOf(CustomerId customer) {
        return jdbc.sql("select " + Rows.APPOINTMENT + " from appointments.appointment a"
                        + " where a.customer_id = :customer and a.status = 'HELD' for no key update")
                .param("customer", customer.value())
                .query(Rows::appointment)
                .optional();
    }

    /** The customer's open visits that have a moment in common with [start, end). */
    public List<Appointment> visitsOf(CustomerId customer, Instant start, Instant end) {
        return jdbc.sql("select " + Rows.APPOINTMENT + """
                         from appointments.appointment a
                        where a.customer_id = :customer and a.status in ('BOOKED', 'CHECKED_IN', 'IN_PROGRESS')
                            and tstzrange(a.starts, a.ends) && tstzrange(:start, :end)
                        """)
                .param("customer", customer.value())
                .param("start", utc(start))
                .param("end", utc(end))
                .query(Rows::appointment)
                .list();
    }

    /**
     * Adds a booked visit. False, and nothing written, when the adviser or the customer has something else then; waits for
     * transactions that are about to.
     */
    public boolean book(Appointment visit, AppointmentChange change) {
        return note(bind(jdbc.sql(AppointmentSql.BOOK), visit), change)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /**
     * Adds a hold or an offer. False, and nothing written, when the adviser has something else then, when the customer has another
     * visit then, or, for a hold, when the customer has another hold.
     *
     * @param besides a visit of the customer's that does not count, because the slot is to take its place
     */
    public boolean keep(Appointment kept, @Nullable AppointmentId besides) {
        return bind(jdbc.sql(AppointmentSql.KEEP), kept)
                        .param("besides", besides == null ? kept.id().value() : besides.value())
                        .update()
                > 0;
    }

    /**
     * Turns a hold that the caller has locked into a visit. False, and nothing written, when the customer has another visit then; if
     * that one is booked at this very moment, the constraint throws: see {@link Conflict}.
     */
    public boolean bookHeld(Appointment booked, AppointmentChange change) {
        return note(bind(jdbc.sql(AppointmentSql.BOOK_HELD), booked), change)
                        .param("besides", booked.id().value())
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Writes a changed appointment; the caller has locked it. The constraints may throw: see {@link Conflict}. */
    public void change(Appointment changed, AppointmentChange change) {
        note(bind(jdbc.sql(AppointmentSql.CHANGE), changed), change)
                .query(Long.class)
                .single();
    }

    /** Takes holds and offers that have run out off the calendar. */
    public List<Appointment> lapse(List<UUID> ids, Instant now) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                        update appointments.appointment a set status = 'LAPSED', version = a.version + 1, changed_at = :now
                        where a.id in (:ids) and a.status in ('HELD', 'OFFERED') and a.held_until <= :now
                        returning \
                        """ + Rows.APPOINTMENT)
                .param("ids", ids)
                .param("now", utc(now))
                .query(Rows::appointment)
                .list();
    }

    /** Takes a hold or an offer off the calendar for good, whether or not it has run out. */
    public Optional<Appointment> drop(AppointmentId id) {
        return jdbc.sql(
                        "delete from appointments.appointment a where a.id = :id and a.status in ('HELD', 'OFFERED', 'LAPSED')"
                                + " returning " + Rows.APPOINTMENT)
                .param("id", id.value())
                .query(Rows::appointment)
                .optional();
    }

    /** Up to so many holds and offers that have run out, of any branch, which nobody else is dealing with. */
    public List<UUID> lapsed(Instant now, int limit) {
        return jdbc.sql("""
                        select id from appointments.appointment
                        where held_until <= :now and status in ('HELD', 'OFFERED')
                        order by held_until limit :limit for no key update skip locked
                        """)
                .param("now", utc(now))
                .param("limit", limit)
                .query((row, number) -> Rows.uuid(row, "id"))
                .list();
    }

    /** Forgets what lapsed before then. */
    public int forgetLapsed(Instant before) {
        return jdbc.sql("delete from appointments.appointment where status = 'LAPSED' and held_until < :before")
                .param("before", utc(before))
                .update();
    }

    private static StatementSpec bind(StatementSpec statement, Appointment appointment) {
        return statement
                .param("id", appointment.id().value())
                .param("branch", appointment.branch().value())
                .param("adviser", appointment.adviser().value())
                .param("customer", appointment.customer().value())
                .param("reason", appointment.reason().value())
                .param("status", appointment.status().name())
                .param("start", utc(appointment.start()))
                .param("end", utc(appointment.end()))
                .param("blockedFrom", utc(appointment.blockedFrom()))
                .param("blockedTo", utc(appointment.blockedTo()))
                .param("heldUntil", utcOrNull(appointment.heldUntil()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("sequence", appointment.sequence())
                .param("version", appointment.version())
                .param("changedAt", utc(appointment.changedAt()));
    }

    private static StatementSpec note(StatementSpec statement, AppointmentChange change) {
        var account = change.account();
        return statement
                .param("at", utc(change.at()))
                .param("what", change.what().name())
                .param("actor", change.by().name())
                .param("account", account == null ? null : account.value(), Types.OTHER)
                .param("fromStart", utcOrNull(change.fromStart()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("fromAdviser", uuid(change.fromAdviser()), Types.OTHER)
                .param("toStart", utcOrNull(change.toStart()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("toAdviser", uuid(change.toAdviser()), Types.OTHER)
                .param("why", change.reason(), Types.VARCHAR);
    }

    private static @Nullable UUID uuid(@Nullable AdviserId adviser) {
        return adviser == null ? null : adviser.value();
    }
}
