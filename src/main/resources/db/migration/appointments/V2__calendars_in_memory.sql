-- Which transaction last wrote the row. Whoever keeps a calendar in memory asks by it whether anything has happened since: all that
-- was not yet visible when the calendar was read was written by transactions that were then unfinished or not yet begun.
-- Rows of before this version count as written long ago.
alter table appointments.appointment add column changed_in xid8 not null default '0';

create function appointments.note_transaction() returns trigger language plpgsql as $$
begin
    new.changed_in := pg_current_xact_id();
    return new;
end
$$;

create trigger appointment_changed_in before insert or update on appointments.appointment
    for each row execute function appointments.note_transaction();

create index appointment_changed_ix on appointments.appointment (branch_id, changed_in);
