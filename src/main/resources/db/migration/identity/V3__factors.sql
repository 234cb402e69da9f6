-- A sign-in between its two steps. Nothing here tells whether the first step was right: a wrong password leaves the same row.
create table identity.pending_sign_ins (
    -- SHA-256 of the token that the browser holds.
    token_hash      bytea       primary key check (octet_length(token_hash) = 32),
    -- Null: there is no such account.
    account_id      uuid references identity.accounts (id) on delete cascade,
    -- The first factor, and whether it held. Only then is a code looked at.
    first_factor    text        not null check (first_factor in ('PASSWORD', 'AUTHORIZATION_CODE')),
    proven          boolean     not null,
    -- The number the attempt took; the first code is judged under it, each further one takes a number of its own.
    attempt         bigint,
    attempt_spent   boolean     not null default false,
    -- Of the account when this began: a new password or other rights end what began under the old.
    session_version bigint      not null,
    begun_at        timestamptz not null,
    expires_at      timestamptz not null,
    constraint pending_sign_ins_proven_has_account check (not proven or account_id is not null)
);

create index pending_sign_ins_by_account on identity.pending_sign_ins (account_id);
create index pending_sign_ins_by_expiry on identity.pending_sign_ins (expires_at);

-- One-time codes sent by message: at most one that counts for each account and purpose.
create table identity.message_codes (
    account_id  uuid        not null references identity.accounts (id) on delete cascade,
    purpose     text        not null check (purpose in ('SIGN_IN', 'CONFIRM', 'MOBILE')),
    -- Keyed with a key that is not in the database: six digits are soon tried out.
    mac         bytea       not null,
    sent_at     timestamptz not null,
    expires_at  timestamptz not null,
    -- How many were sent in a row without one being used, to slow down whoever has them sent.
    sent        int         not null default 1 check (sent > 0),
    primary key (account_id, purpose)
);

-- An authenticator app that makes codes from the time (RFC 6238).
create table identity.authenticator_apps (
    account_id   uuid        primary key references identity.accounts (id) on delete cascade,
    -- Encrypted with a key that is not in the database.
    secret       bytea       not null,
    offered_at   timestamptz not null,
    -- Null until its owner has entered a first code.
    confirmed_at timestamptz,
    -- The last time step whose code was taken: each code works once.
    last_step    bigint      not null default 0
);

create table identity.recovery_codes (
    account_id uuid        not null references identity.accounts (id) on delete cascade,
    mac        bytea       not null,
    issued_at  timestamptz not null,
    used_at    timestamptz,
    primary key (account_id, mac)
);

create table identity.passkeys (
    id                uuid        primary key,
    account_id        uuid        not null references identity.accounts (id) on delete cascade,
    credential_id     bytea       not null unique,
    public_key        bytea       not null,
    signature_count   bigint      not null,
    user_verified     boolean     not null,
    transports        text[]      not null,
    backup_eligible   boolean     not null,
    backed_up         boolean     not null,
    attestation       bytea       not null,
    client_data       bytea       not null,
    label             text        not null check (char_length(label) between 1 and 60),
    created_at        timestamptz not null,
    last_used_at      timestamptz not null
);

create index passkeys_by_account on identity.passkeys (account_id);

-- A question put to a passkey; it can be answered once.
create table identity.passkey_challenges (
    -- SHA-256 of the token that the browser holds.
    token_hash bytea       primary key check (octet_length(token_hash) = 32),
    -- Whose new passkey it is for; null when it is asked at the door.
    account_id uuid references identity.accounts (id) on delete cascade,
    challenge  bytea       not null,
    expires_at timestamptz not null
);

create index passkey_challenges_by_expiry on identity.passkey_challenges (expires_at);
create index passkey_challenges_by_account on identity.passkey_challenges (account_id) where account_id is not null;

alter table identity.accounts
    -- In international form (E.164); codes go there by text message once it was confirmed.
    add column mobile text check (mobile ~ '^\+[1-9][0-9]{6,14}$'),
    add column codes_by text not null default 'EMAIL' check (codes_by in ('EMAIL', 'TEXT')),
    add constraint accounts_texts_need_a_mobile check (codes_by <> 'TEXT' or mobile is not null);
