-- Links by which a person chooses a password: the first one, or a new one when it was forgotten.
create table identity.password_links (
    -- SHA-256 of the token in the link.
    token_hash bytea       primary key check (octet_length(token_hash) = 32),
    account_id uuid        not null references identity.accounts (id) on delete cascade,
    occasion   text        not null check (occasion in ('INVITED', 'FORGOTTEN')),
    -- The code that was handed over, keyed with a key that is not in the database; null when another factor is asked for.
    code_mac   bytea,
    issued_at  timestamptz not null,
    expires_at timestamptz not null,
    unique (account_id, occasion),
    constraint password_links_invited_with_a_code check ((occasion = 'INVITED') = (code_mac is not null))
);

create index password_links_by_expiry on identity.password_links (expires_at);

alter table identity.message_codes
    drop constraint message_codes_purpose_check,
    add constraint message_codes_purpose_check check (purpose in ('SIGN_IN', 'CONFIRM', 'MOBILE', 'RECOVER'));
