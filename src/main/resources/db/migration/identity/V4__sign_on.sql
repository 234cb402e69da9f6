-- Who at the bank's sign-on is which account. Both ways only once: one person, one account.
create table identity.sign_on_links (
    issuer     text        not null check (char_length(issuer) between 1 and 500),
    -- Unique at the issuer and never given to anyone else (OpenID Connect Core, 2).
    subject    text        not null check (char_length(subject) between 1 and 255),
    account_id uuid        not null references identity.accounts (id) on delete cascade,
    -- What it rests on: a claim that the bank's sign-on vouches for, or its owner, who had signed in here as well.
    proven_by  text        not null check (proven_by in ('CLAIM', 'OWNER')),
    linked_at  timestamptz not null,
    primary key (issuer, subject),
    constraint sign_on_links_one_for_each_account unique (account_id, issuer)
);

-- A session at the bank's sign-on that one of ours came from, or is about to. When it goes, ours ends.
create table identity.sign_on_sessions (
    id         uuid        primary key,
    issuer     text        not null,
    subject    text        not null,
    -- Its name at the issuer, if that tells.
    sid        text,
    -- Null: nobody is linked to the subject yet; whoever signs in here as well within ten minutes may be.
    account_id uuid references identity.accounts (id) on delete cascade,
    -- SHA-256 of the token that the browser holds until a session of ours has begun.
    token_hash bytea unique check (octet_length(token_hash) = 32),
    -- What the issuer wants to see when the person signs out here. Encrypted with a key that is not in the database.
    id_token   bytea       not null,
    begun_at   timestamptz not null,
    expires_at timestamptz not null,
    constraint sign_on_sessions_without_account_are_pending check (account_id is not null or token_hash is not null)
);

create index sign_on_sessions_by_subject on identity.sign_on_sessions (issuer, subject);
create index sign_on_sessions_by_sid on identity.sign_on_sessions (issuer, sid) where sid is not null;
create index sign_on_sessions_by_account on identity.sign_on_sessions (account_id) where account_id is not null;
create index sign_on_sessions_by_expiry on identity.sign_on_sessions (expires_at);
