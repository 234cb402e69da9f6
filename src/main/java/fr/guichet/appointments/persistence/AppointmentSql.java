package fr.guichet.appointments.persistence;

/** The statements that write appointments. Each change goes together with its line of history. */
final class AppointmentSql {

    private static final String VALUES = """
            :id, :branch, :adviser, :customer, :reason, :status, :start, :end, tstzrange(:blockedFrom, :blockedTo), \
            :heldUntil, :sequence, :version, :changedAt\
            """;

    private static final String COLUMNS = """
            id, branch_id, adviser_id, customer_id, reason_id, status, starts, ends, blocked, \
            held_until, sequence, version, changed_at\
            """;

    private static final String NOTE = """
            insert into appointments.appointment_change
                (appointment_id, at, what, actor, account_id, from_start, from_adviser, to_start, to_adviser, reason)
            select id, :at, :what, :actor, :account, :fromStart, :fromAdviser, :toStart, :toAdviser, :why from done
            """;

    private static final String OTHER_VISIT = """
            select 1 from appointments.appointment v
            where v.customer_id = :customer and v.id <> :besides and v.status in ('BOOKED', 'CHECKED_IN', 'IN_PROGRESS')
                and tstzrange(v.starts, v.ends) && tstzrange(:start, :end)
            """;

    private static final String UPDATE = """
            update appointments.appointment set adviser_id = :adviser, status = :status, starts = :start, ends = :end,
                blocked = tstzrange(:blockedFrom, :blockedTo), held_until = :heldUntil, sequence = :sequence,
                version = :version, changed_at = :changedAt
            where id = :id
            """;

    static final String BOOK = """
            with done as (
                insert into appointments.appointment (%s) values (%s) on conflict do nothing returning id
            ), noted as (%s)
            select count(*) from done
            """.formatted(COLUMNS, VALUES, NOTE);

    /** A hold is not bound by the customer's constraint, so it asks itself. */
    static final String KEEP =
            "insert into appointments.appointment (%s) select %s where not exists (%s) on conflict do nothing"
                    .formatted(COLUMNS, VALUES, OTHER_VISIT);

    static final String CHANGE =
            "with done as (%s returning id), noted as (%s) select count(*) from done".formatted(UPDATE, NOTE);

    static final String BOOK_HELD =
            CHANGE.replace(" returning id", " and not exists (" + OTHER_VISIT + ") returning id");

    private AppointmentSql() {}
}
