-- Exclusion constraints compare identifiers with "=", which GiST learns from btree_gist. The extension is part of PostgreSQL's own
-- contrib package and trusted: whoever may create in the database may create it. Guichet's own server has it.
create extension if not exists btree_gist with schema appointments;

-- Visits, and slots kept for a while: holds and offers become visits, or lapse.
create table appointments.appointment (
    id           uuid        not null,
    branch_id    uuid        not null,
    adviser_id   uuid        not null,
    customer_id  uuid        not null,
    reason_id    uuid        not null,
    status       text        not null,
    starts       timestamptz not null,
    ends         timestamptz not null,
    -- [start - buffer before, end + buffer after)
    blocked      tstzrange   not null,
    held_until   timestamptz,
    sequence     int         not null default 0,
    version      bigint      not null default 0,
    changed_at   timestamptz not null,

    -- The same for reading free slots: whole minutes since 1970, and whether the range counts.
    blocked_from int generated always as
        ((extract(epoch from lower(blocked) - timestamptz '1970-01-01 00:00:00+00') / 60)::int) stored,
    blocked_to   int generated always as
        ((extract(epoch from upper(blocked) - timestamptz '1970-01-01 00:00:00+00') / 60)::int) stored,
    blocking     boolean generated always as
        (status in ('HELD', 'OFFERED', 'BOOKED', 'CHECKED_IN', 'IN_PROGRESS')) stored,

    constraint appointment_pk primary key (id),
    constraint appointment_status check (status in ('HELD', 'OFFERED', 'LAPSED', 'BOOKED', 'CHECKED_IN', 'IN_PROGRESS',
        'FINISHED', 'NO_SHOW', 'CANCELLED')),
    constraint appointment_times check (starts < ends and lower(blocked) <= starts and ends <= upper(blocked)
        and lower_inc(blocked) and not upper_inc(blocked)),
    -- Readers of busy times look back one day for ranges that began earlier.
    constraint appointment_length check (upper(blocked) - lower(blocked) <= interval '24 hours'),
    constraint appointment_minutes check (extract(second from lower(blocked) - timestamptz '1970-01-01 00:00:00+00') = 0
        and extract(second from upper(blocked) - timestamptz '1970-01-01 00:00:00+00') = 0),
    constraint appointment_held check ((held_until is not null) = (status in ('HELD', 'OFFERED', 'LAPSED'))),

    -- Nobody receives two customers at once, by whatever entrance the second one came.
    constraint appointment_adviser_free exclude using gist (adviser_id with =, blocked with &&) where (blocking),
    -- Nobody visits two places at once.
    constraint appointment_customer_free exclude using gist (customer_id with =, tstzrange(starts, ends) with &&)
        where (status in ('BOOKED', 'CHECKED_IN', 'IN_PROGRESS'))
) with (
    -- Reading free slots from the index alone needs pages that vacuum has seen lately.
    autovacuum_vacuum_scale_factor = 0.02,
    autovacuum_vacuum_insert_scale_factor = 0.02,
    autovacuum_analyze_scale_factor = 0.02
);

-- Everything of a branch by time: free slots (from the index alone), the day of a branch, the week of an adviser.
create index appointment_branch_ix on appointments.appointment (branch_id, blocked_from)
    include (adviser_id, blocked_to, held_until, blocking);
create index appointment_customer_ix on appointments.appointment (customer_id, starts, id);
create unique index appointment_one_hold_ix on appointments.appointment (customer_id) where (status = 'HELD');
create index appointment_held_ix on appointments.appointment (held_until) where (held_until is not null);

-- What happened to each appointment, and who did it. Rows are never changed.
create table appointments.appointment_change (
    id             bigint generated always as identity,
    appointment_id uuid        not null,
    at             timestamptz not null,
    what           text        not null,
    actor          text        not null,
    account_id     uuid,
    from_start     timestamptz,
    to_start       timestamptz,
    from_adviser   uuid,
    to_adviser     uuid,
    reason         text,
    constraint appointment_change_pk primary key (id),
    constraint appointment_change_fk foreign key (appointment_id) references appointments.appointment (id) on delete cascade,
    constraint appointment_change_actor check (actor in ('CUSTOMER', 'STAFF', 'SYSTEM')),
    constraint appointment_change_reason check (length(reason) <= 500)
);

create index appointment_change_ix on appointments.appointment_change (appointment_id, id);

-- Customers who would rather come earlier.
create table appointments.waiting_entry (
    id             uuid          not null,
    appointment_id uuid          not null,
    customer_id    uuid          not null,
    branch_id      uuid          not null,
    earliest       date,
    latest         date,
    part_of_day    text,
    status         text          not null,
    offer_id       uuid,
    -- starts that were offered and not taken: never offered again
    passed_over    timestamptz[] not null default '{}',
    created_at     timestamptz   not null,
    version        bigint        not null default 0,
    constraint waiting_entry_pk primary key (id),
    constraint waiting_entry_fk foreign key (appointment_id) references appointments.appointment (id) on delete cascade,
    constraint waiting_entry_status check (status in ('WAITING', 'OFFERED', 'ACCEPTED', 'ENDED')),
    constraint waiting_entry_part check (part_of_day in ('MORNING', 'AFTERNOON')),
    constraint waiting_entry_dates check (earliest <= latest),
    constraint waiting_entry_offer check (offer_id is not null or status <> 'OFFERED')
);

create unique index waiting_entry_one_ix on appointments.waiting_entry (appointment_id) where (status in ('WAITING', 'OFFERED'));
create unique index waiting_entry_offer_ix on appointments.waiting_entry (offer_id);
create index waiting_entry_branch_ix on appointments.waiting_entry (branch_id, created_at) where (status = 'WAITING');
create index waiting_entry_customer_ix on appointments.waiting_entry (customer_id);
