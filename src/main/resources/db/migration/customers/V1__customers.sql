create table customers.customers (
    id         uuid primary key,
    -- Home branch and adviser: identifiers of another module, plain values here.
    branch_id  uuid        not null,
    adviser_id uuid,
    first_name text        not null check (char_length(first_name) between 1 and 100),
    last_name  text        not null check (char_length(last_name) between 1 and 100),
    email      text check (char_length(email) between 3 and 254),
    -- The address in small letters: it belongs to one customer, however it is typed.
    email_key  text unique,
    -- E.164.
    phone      text check (phone ~ '^\+[1-9][0-9]{4,14}$'),
    language   text        not null check (language in ('fr', 'en')),
    -- Last name, first name, without accents and capitals: the order of lists.
    sort_key   text        not null collate "C",
    created_at timestamptz not null,
    changed_at timestamptz not null,
    version    bigint      not null default 0,
    constraint customers_email_has_a_key check ((email is null) = (email_key is null))
);

create index customers_in_branch_by_name on customers.customers (branch_id, sort_key, id);
create index customers_by_name on customers.customers (sort_key, id);

-- What a customer is found by: words of the names, the address, the digits of the number; found by how they begin.
create table customers.search_terms (
    customer_id uuid not null references customers.customers (id) on delete cascade,
    branch_id   uuid not null,
    term        text not null,
    primary key (customer_id, term)
);

create index search_terms_in_branch on customers.search_terms (branch_id, term text_pattern_ops, customer_id);
create index search_terms_anywhere on customers.search_terms (term text_pattern_ops, customer_id);
