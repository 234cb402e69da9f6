-- First answers by caller and key (both inside the digest that is the id), kept for a day.
create table platform.idempotent_request (
    id         text        primary key,
    request    text        not null,
    status     smallint,
    location   text,
    etag       text,
    body       text,
    created_at timestamptz not null default now()
);

create index idempotent_request_age on platform.idempotent_request using brin (created_at);
