-- Names this trail in every seal, so that seals of one database prove nothing in another.
create table audit.trail (
    id uuid primary key default gen_random_uuid()
);
insert into audit.trail default values;

-- What was done. Rows are added and never changed; their order of sealing is the sequence number, which rolled back transactions leave
-- gaps in.
create table audit.entry (
    seq           bigint generated always as identity primary key,
    id            uuid        not null,
    at            timestamptz not null,
    actor_kind    text        not null check (actor_kind in ('CUSTOMER', 'STAFF', 'SYSTEM', 'ANONYMOUS')),
    actor_account uuid,
    actor_name    text,
    action        text        not null,
    subject       text        not null,
    subject_id    uuid,
    customer_id   uuid,
    branch_id     uuid,
    outcome       text        not null check (outcome in ('DONE', 'REFUSED')),
    reason        text,
    -- Text and not jsonb: it is proven byte for byte.
    details       text        not null check (details is json object),
    address       text,
    device        text,
    request_id    text,
    -- HMAC of an instance of Guichet over all of the above but the number.
    mark          bytea       not null,
    constraint entry_refusals_have_a_reason check ((outcome = 'REFUSED') = (reason is not null))
);

create index entry_latest_ix on audit.entry (at, id);
create index entry_actor_ix on audit.entry (actor_account, at, id) where actor_account is not null;
create index entry_customer_ix on audit.entry (customer_id, at, id) where customer_id is not null;
create index entry_account_ix on audit.entry (subject_id, at, id) where subject = 'ACCOUNT';

-- Sealed: all entries with a number from first_seq to last_seq, as the manifest lists them, signed and chained to the batch before.
create table audit.batch (
    number    bigint      primary key check (number > 0),
    first_seq bigint      not null,
    last_seq  bigint      not null,
    -- For each entry its number, whether its mark was right when it was sealed, and its digest.
    manifest  bytea       not null,
    previous  bytea       not null,
    sealed_at timestamptz not null,
    signature bytea       not null,
    constraint batch_in_order check (last_seq >= first_seq - 1)
);

-- Where the trail begins, once the oldest batches have been removed because their time was over.
create table audit.anchor (
    number      bigint      primary key,
    last_seq    bigint      not null,
    hash        bytea       not null,
    anchored_at timestamptz not null,
    signature   bytea       not null
);

-- A first fence, for accidents; whoever owns the database can take it away, and is found by the signatures.
create function audit.refuse_change() returns trigger language plpgsql as $$
begin
    if current_setting('audit.retention', true) is distinct from 'running' then
        raise exception 'The audit trail is only ever added to';
    end if;
    return null;
end
$$;

create trigger entry_is_only_added before update or delete or truncate on audit.entry
    for each statement execute function audit.refuse_change();
create trigger batch_is_only_added before update or delete or truncate on audit.batch
    for each statement execute function audit.refuse_change();
create trigger anchor_is_only_replaced before update or delete or truncate on audit.anchor
    for each statement execute function audit.refuse_change();
