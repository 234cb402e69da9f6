-- What the migrations of each module were when they were last applied; tells a start that there is nothing to do, or that
-- the database belongs to a newer version.
create table platform.migrated_module (
    module      text primary key,
    version     text not null,
    fingerprint text not null
);
