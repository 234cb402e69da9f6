-- Browsers that an account was used from; a sign-in from any other is told to its owner.
create table identity.known_devices (
    account_id  uuid        not null references identity.accounts (id) on delete cascade,
    -- SHA-256 of the token that the browser keeps.
    token_hash  bytea       not null check (octet_length(token_hash) = 32),
    first_seen  timestamptz not null,
    last_seen   timestamptz not null,
    primary key (account_id, token_hash)
);
