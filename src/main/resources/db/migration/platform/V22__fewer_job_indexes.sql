-- Only rows that are being worked on have a heartbeat; the others need no entry for it.
drop index platform.scheduled_tasks_last_heartbeat_ix;
create index scheduled_tasks_last_heartbeat_ix on platform.scheduled_tasks (last_heartbeat) where picked;
