-- What a code by message is bound to. Whoever begins again in the same browser goes on with the same, so that a code already sent still counts.
alter table identity.pending_sign_ins add column request uuid not null default gen_random_uuid();

-- Which sign-in, session, link or telephone the last code was sent for, as a MAC. Null: before there was this column.
alter table identity.message_codes add column request bytea;

-- What an account's owner was last told about, so that nobody can have her told without end.
create table identity.sign_in_warnings (
    account_id uuid        not null references identity.accounts (id) on delete cascade,
    reason     text        not null check (reason in ('LOCKED', 'PASSWORD_WITHOUT_CODE')),
    told_at    timestamptz not null,
    primary key (account_id, reason)
);

create index accounts_locked on identity.accounts (locked_until) where locked_until is not null;
