-- The keys that this database was used with, by their public number. An instance that lacks one of them does not start.
create table platform.known_key (
    purpose text        not null,
    key_id  bigint      not null,
    since   timestamptz not null default now(),
    primary key (purpose, key_id)
);
