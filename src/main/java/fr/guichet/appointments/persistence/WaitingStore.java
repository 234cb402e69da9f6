package fr.guichet.appointments.persistence;

import static fr.guichet.appointments.persistence.Rows.instant;
import static fr.guichet.appointments.persistence.Rows.utc;
import static fr.guichet.appointments.persistence.Rows.uuid;
import static fr.guichet.appointments.persistence.Rows.uuidOrNull;

import fr.guichet.appointments.Appointment;
import fr.guichet.appointments.AppointmentId;
import fr.guichet.appointments.PartOfDay;
import fr.guichet.appointments.WaitingEntry;
import fr.guichet.appointments.WaitingEntryId;
import fr.guichet.shared.AdviserId;
import fr.guichet.shared.BranchId;
import fr.guichet.shared.CustomerId;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The waiting list. The slots it offers stand among the appointments, where they keep others away. */
@Repository
public class WaitingStore {

    private static final String SELECT = """
            select w.id, w.appointment_id, w.customer_id, w.branch_id, w.earliest, w.latest, w.part_of_day, w.status,
                w.passed_over, w.created_at, w.version,
                o.id as offer_id, o.adviser_id as offer_adviser, o.starts as offer_starts, o.ends as offer_ends,
                o.held_until as offer_until
            from appointments.waiting_entry w
            left join appointments.appointment o on o.id = w.offer_id and o.status = 'OFFERED'
            """;

    private final JdbcClient jdbc;

    WaitingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public boolean anyoneWaits(BranchId branch) {
        return jdbc.sql(
                        "select exists (select 1 from appointments.waiting_entry where branch_id = :branch and status = 'WAITING')")
                .param("branch", branch.value())
                .query(Boolean.class)
                .single();
    }

    /** False, and nothing written, when the visit has an active entry. */
    public boolean add(WaitingEntry entry) {
        var part = entry.partOfDay();
        return jdbc.sql("""
                        insert into appointments.waiting_entry
                            (id, appointment_id, customer_id, branch_id, earliest, latest, part_of_day, status, created_at, version)
                        values (:id, :appointment, :customer, :branch, :earliest, :latest, :part, :status, :createdAt, :version)
                        on conflict do nothing
                        """)
                        .param("id", entry.id().value())
                        .param("appointment", entry.appointment().value())
                        .param("customer", entry.customer().value())
                        .param("branch", entry.branch().value())
                        .param("earliest", entry.earliest(), Types.DATE)
                        .param("latest", entry.latest(), Types.DATE)
                        .param("part", part == null ? null : part.name(), Types.VARCHAR)
                        .param("status", entry.status().name())
                        .param("createdAt", utc(entry.createdAt()))
                        .param("version", entry.version())
                        .update()
                > 0;
    }

    public Optional<WaitingEntry> find(WaitingEntryId id) {
        return jdbc.sql(SELECT + " where w.id = :id")
                .param("id", id.value())
                .query(WaitingStore::entry)
                .optional();
    }

    /** The entry, which nobody else can change until the transaction ends. */
    public Optional<WaitingEntry> lock(WaitingEntryId id) {
        return jdbc.sql("select id from appointments.waiting_entry where id = :id for update")
                .param("id", id.value())
                .query((row, number) -> uuid(row, "id"))
                .optional()
                .flatMap(locked -> find(id));
    }

    /** The active entries of a customer, oldest first. */
    public List<WaitingEntry> of(CustomerId customer) {
        return jdbc.sql(
                        SELECT
                                + " where w.customer_id = :customer and w.status in ('WAITING', 'OFFERED') order by w.created_at, w.id")
                .param("customer", customer.value())
                .query(WaitingStore::entry)
                .list();
    }

    /** The active entries of these appointments. */
    public List<WaitingEntry> of(Collection<AppointmentId> appointments) {
        if (appointments.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(SELECT + " where w.appointment_id in (:appointments) and w.status in ('WAITING', 'OFFERED')")
                .param(
                        "appointments",
                        appointments.stream().map(AppointmentId::value).toList())
                .query(WaitingStore::entry)
                .list();
    }

    /** Who waits in a branch with a visit that starts after then, in the order in which they came. */
    public List<WaitingEntryId> waiting(BranchId branch, Instant after) {
        return jdbc.sql("""
                        select w.id from appointments.waiting_entry w
                        join appointments.appointment a on a.id = w.appointment_id
                        where w.branch_id = :branch and w.status = 'WAITING' and a.status = 'BOOKED' and a.starts > :after
                        order by w.created_at, w.id
                        """)
                .param("branch", branch.value())
                .param("after", utc(after))
                .query((row, number) -> new WaitingEntryId(uuid(row, "id")))
                .list();
    }

    /** The offer that the customer of this visit is thinking about. */
    public Optional<UUID> offerTo(AppointmentId appointment) {
        return jdbc.sql(
                        "select offer_id from appointments.waiting_entry where appointment_id = :id and status = 'OFFERED'")
                .param("id", appointment.value())
                .query((row, number) -> uuid(row, "offer_id"))
                .optional();
    }

    /** Notes that a slot is kept for the customer; the caller has locked the entry. */
    public void offer(WaitingEntryId id, AppointmentId offer) {
        jdbc.sql("""
                        update appointments.waiting_entry set status = 'OFFERED', offer_id = :offer, version = version + 1
                        where id = :id
                        """).param("offer", offer.value()).param("id", id.value()).update();
    }

    /** Notes that an offer was not taken, so the customer waits for another one. Gives the entry if it had that offer. */
    public Optional<WaitingEntryId> passOver(Appointment offer) {
        return jdbc.sql("""
                        update appointments.waiting_entry set status = 'WAITING', offer_id = null,
                            passed_over = passed_over || :start::timestamptz, version = version + 1
                        where offer_id = :offer and status = 'OFFERED'
                        returning id
                        """)
                .param("start", utc(offer.start()))
                .param("offer", offer.id().value())
                .query((row, number) -> new WaitingEntryId(uuid(row, "id")))
                .optional();
    }

    /** Closes an entry; the caller has locked it. */
    public void close(WaitingEntryId id, WaitingEntry.Status status) {
        jdbc.sql("update appointments.waiting_entry set status = :status, version = version + 1 where id = :id")
                .param("status", status.name())
                .param("id", id.value())
                .update();
    }

    /**
     * Ends the waiting for a visit that was moved, cancelled or begun, and takes the slot offered off the calendar.
     *
     * @return that slot, if there was one
     */
    public Optional<Appointment> end(AppointmentId appointment) {
        return jdbc.sql("""
                        with ended as (
                            update appointments.waiting_entry set status = 'ENDED', version = version + 1
                            where appointment_id = :id and status in ('WAITING', 'OFFERED')
                            returning offer_id
                        )
                        delete from appointments.appointment a using ended
                        where a.id = ended.offer_id and a.status in ('OFFERED', 'LAPSED')
                        returning \
                        """ + Rows.APPOINTMENT)
                .param("id", appointment.value())
                .query(Rows::appointment)
                .optional();
    }

    /** Ends the waiting for visits that have begun by then, whatever was noted of them. An offer for one has run out before. */
    public int endPassed(Instant now) {
        return jdbc.sql("""
                        update appointments.waiting_entry w set status = 'ENDED', version = w.version + 1
                        from appointments.appointment a
                        where a.id = w.appointment_id and w.status = 'WAITING' and a.starts <= :now
                        """).param("now", utc(now)).update();
    }

    /** Forgets entries that were closed and came before then. */
    public int forgetClosed(Instant before) {
        return jdbc.sql(
                        "delete from appointments.waiting_entry where status in ('ACCEPTED', 'ENDED') and created_at < :before")
                .param("before", utc(before))
                .update();
    }

    private static WaitingEntry entry(ResultSet row, int number) throws SQLException {
        var part = row.getString("part_of_day");
        return new WaitingEntry(
                new WaitingEntryId(uuid(row, "id")),
                new AppointmentId(uuid(row, "appointment_id")),
                new CustomerId(uuid(row, "customer_id")),
                new BranchId(uuid(row, "branch_id")),
                date(row, "earliest"),
                date(row, "latest"),
                part == null ? null : PartOfDay.valueOf(part),
                WaitingEntry.Status.valueOf(row.getString("status")),
                offer(row),
                instants(row.getArray("passed_over")),
                instant(row, "created_at"),
                row.getLong("version"));
    }

    private static WaitingEntry.@Nullable Offer offer(ResultSet row) throws SQLException {
        var id = uuidOrNull(row, "offer_id");
        return id == null
                ? null
                : new WaitingEntry.Offer(
                        new AppointmentId(id),
                        new AdviserId(uuid(row, "offer_adviser")),
                        instant(row, "offer_starts"),
                        instant(row, "offer_ends"),
                        instant(row, "offer_until"));
    }

    private static @Nullable LocalDate date(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    private static Set<Instant> instants(Array array) throws SQLException {
        return Arrays.stream((Timestamp[]) array.getArray())
                .map(Timestamp::toInstant)
                .collect(Collectors.toSet());
    }
}
