package fr.guichet.appointments.persistence;

import fr.guichet.appointments.AppointmentId;
import fr.guichet.appointments.ImportedVisit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes visits that were booked elsewhere, many in one statement. All of them stand on the calendar as booked first, so that the
 * constraints judge those that are over as they judge those to come; only then does what is over leave it.
 */
@Repository
public class ImportedVisits {

    private static final int BATCH = 2_000;

    private static final String ADD = """
            with imported as (
                select * from jsonb_to_recordset(cast(:visits as jsonb)) as visit(id uuid, branch uuid, adviser uuid, customer uuid,
                    reason uuid, status text, starts timestamptz, ends timestamptz, "blockedFrom" timestamptz,
                    "blockedTo" timestamptz, "bookedAt" timestamptz, "settledAt" timestamptz)
            ), added as (
                insert into appointments.appointment (id, branch_id, adviser_id, customer_id, reason_id, status, starts, ends,
                    blocked, changed_at)
                select id, branch, adviser, customer, reason, case when status = 'CANCELLED' then status else 'BOOKED' end, starts, ends,
                    tstzrange("blockedFrom", "blockedTo"), "settledAt"
                from imported
                where status = 'CANCELLED' or (
                    -- What was over when it came in has left the calendar; visits last less than a day.
                    not exists (
                        select from appointments.appointment past
                        where past.branch_id = imported.branch and past.adviser_id = imported.adviser
                            and past.blocked_from >= (extract(epoch from "blockedFrom") / 60)::int - 1440
                            and past.blocked_from < (extract(epoch from "blockedTo") / 60)::int
                            and past.blocked && tstzrange("blockedFrom", "blockedTo") and past.status in ('FINISHED', 'NO_SHOW'))
                    and not exists (
                        select from appointments.appointment past
                        where past.customer_id = imported.customer
                            and past.starts > imported.starts - interval '1 day' and past.starts < imported.ends
                            and past.ends > imported.starts and past.status in ('FINISHED', 'NO_SHOW')))
                on conflict do nothing
                returning id
            ), noted as (
                insert into appointments.appointment_change (appointment_id, at, what, actor, from_start, to_start, from_adviser,
                    to_adviser)
                select id, "bookedAt", 'BOOKED', 'CUSTOMER', null, starts, null, adviser
                from imported join added using (id)
                union all
                select id, "settledAt", status, case when status = 'CANCELLED' then 'CUSTOMER' else 'STAFF' end, starts,
                    case when status = 'CANCELLED' then null else starts end, adviser,
                    case when status = 'CANCELLED' then null else adviser end
                from imported join added using (id) where status <> 'BOOKED'
            )
            select count(*) from added
            """;

    /** Visits that are over leave the calendar, which was only to say whether there was room for them. */
    private static final String LEAVE = """
            update appointments.appointment a set status = imported.status, version = a.version + 1
            from jsonb_to_recordset(cast(:visits as jsonb)) as imported(id uuid, status text)
            where a.id = imported.id and a.status = 'BOOKED' and imported.status in ('FINISHED', 'NO_SHOW')
            """;

    private static final String SETTLE = """
            with finished as (
                update appointments.appointment
                set status = 'FINISHED', version = version + 1, changed_at = ends
                where status = 'BOOKED' and ends < :before
                returning id, starts, ends, adviser_id
            ), noted as (
                insert into appointments.appointment_change (appointment_id, at, what, actor, from_start, to_start, from_adviser,
                    to_adviser)
                select id, ends, 'FINISHED', 'STAFF', starts, starts, adviser_id, adviser_id from finished
            )
            select count(*) from finished
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ImportedVisits(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** How many were added: those that would overlap are left out. */
    public int add(List<ImportedVisit> visits) {
        var batches = new ArrayList<String>();
        for (var from = 0; from < visits.size(); from += BATCH) {
            batches.add(json.writeValueAsString(visits.subList(from, Math.min(from + BATCH, visits.size())).stream()
                    .map(Row::of)
                    .toList()));
        }
        var added = 0;
        for (var batch : batches) {
            added += jdbc.sql(ADD).param("visits", batch).query(Integer.class).single();
        }
        for (var batch : batches) {
            jdbc.sql(LEAVE).param("visits", batch).update();
        }
        return added;
    }

    public int settle(Instant before) {
        return jdbc.sql(SETTLE)
                .param("before", Rows.utc(before))
                .query(Integer.class)
                .single();
    }

    private record Row(
            UUID id,
            UUID branch,
            UUID adviser,
            UUID customer,
            UUID reason,
            String status,
            Instant starts,
            Instant ends,
            Instant blockedFrom,
            Instant blockedTo,
            Instant bookedAt,
            Instant settledAt) {

        static Row of(ImportedVisit visit) {
            var settled =
                    switch (visit.status()) {
                        case FINISHED, NO_SHOW -> visit.end();
                        default -> visit.bookedAt();
                    };
            return new Row(
                    AppointmentId.next().value(),
                    visit.branch().value(),
                    visit.adviser().value(),
                    visit.customer().value(),
                    visit.reason().id().value(),
                    visit.status().name(),
                    visit.start(),
                    visit.end(),
                    visit.start().minus(visit.reason().bufferBefore()),
                    visit.end().plus(visit.reason().bufferAfter()),
                    visit.bookedAt(),
                    settled);
        }
    }
}
