create table identity.accounts (
    id                  uuid primary key,
    email               text        not null check (char_length(email) between 3 and 254),
    -- The address in small letters: one account for each person, however the address is typed.
    email_key           text        not null unique check (char_length(email_key) between 3 and 254),
    display_name        text        not null check (char_length(display_name) between 1 and 200),
    language            text        not null check (language in ('fr', 'en')),
    kind                text        not null check (kind in ('CUSTOMER', 'STAFF')),
    status              text        not null check (status in ('ACTIVE', 'SUSPENDED')),
    -- With its algorithm in front, as Spring Security writes it. Null: this account does not sign in with a password.
    password_hash       text check (password_hash like '{%}_%'),
    password_changed_at timestamptz,
    -- Every attempt takes the next number before its password is looked at; a success forgives those up to its own number.
    -- What is left are failures in a row, or attempts still being looked at.
    attempts            bigint      not null default 0,
    attempts_forgiven   bigint      not null default 0,
    locked_until        timestamptz,
    -- Sessions remember the value they were opened under and end when it has moved.
    session_version     bigint      not null default 0,
    opened_at           timestamptz not null,
    changed_at          timestamptz not null,
    version             bigint      not null default 0,
    unique (id, kind),
    constraint accounts_never_a_sixth_attempt check (attempts - attempts_forgiven between 0 and 5),
    constraint accounts_locked_at_the_fifth check ((attempts - attempts_forgiven = 5) = (locked_until is not null)),
    constraint accounts_password_has_a_date check ((password_hash is null) = (password_changed_at is null))
) with (fillfactor = 80);

-- What an account is entitled to, and where. Identifiers of other modules are plain values here.
create table identity.grants (
    id          uuid primary key,
    account_id  uuid        not null,
    kind        text        not null,
    role        text        not null check (role in ('CUSTOMER', 'ADVISER', 'MANAGER', 'ADMINISTRATOR')),
    customer_id uuid,
    adviser_id  uuid,
    branch_id   uuid,
    granted_at  timestamptz not null,
    unique (account_id, role),
    foreign key (account_id, kind) references identity.accounts (id, kind) on delete cascade,
    -- Nobody is staff and customer under one account: the two see different things.
    constraint grants_customer_or_staff check ((kind = 'CUSTOMER') = (role = 'CUSTOMER')),
    constraint grants_customer_names_the_customer check ((role = 'CUSTOMER') = (customer_id is not null)),
    constraint grants_adviser_names_the_calendar check ((role = 'ADVISER') = (adviser_id is not null)),
    constraint grants_branch_where_it_reaches check ((role in ('ADVISER', 'MANAGER')) = (branch_id is not null))
);

create unique index grants_one_account_per_customer on identity.grants (customer_id) where customer_id is not null;
create unique index grants_one_account_per_adviser on identity.grants (adviser_id) where adviser_id is not null;
create index grants_by_role on identity.grants (role) where role = 'ADMINISTRATOR';

-- An attempt on an address without an account writes here what it would have written there, so that both take as long.
create table identity.decoys (
    id       smallint primary key,
    attempts bigint not null default 0
) with (fillfactor = 50);

insert into identity.decoys (id)
select number from generate_series(0, 255) as number;
