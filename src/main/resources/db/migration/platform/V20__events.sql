-- Deliveries that were given up. One row per event and listener; removed when a replay succeeds.
create table platform.event_dead_letter (
    id              uuid        primary key,
    event_id        uuid        not null,
    event_type      text        not null,
    listener_id     text        not null,
    payload         text        not null,
    failure_class   text        not null,
    failure_message text        not null,
    attempts        int         not null check (attempts > 0),
    published_at    timestamptz not null,
    first_failed_at timestamptz not null,
    last_failed_at  timestamptz not null,
    replayed_at     timestamptz,
    replayed_by     uuid,
    constraint event_dead_letter_once unique (event_id, listener_id)
);

create index event_dead_letter_latest on platform.event_dead_letter (last_failed_at desc, id desc);

-- Rows of jobs come and go by the thousand: clean up early, or looking for due ones slows down. Priorities are not used.
drop index platform.scheduled_tasks_priority_execution_time_ix;
alter table platform.scheduled_tasks set (
    fillfactor = 70,
    autovacuum_vacuum_scale_factor = 0.02,
    autovacuum_vacuum_threshold = 500,
    autovacuum_vacuum_cost_delay = 0
);
