-- What one administrator asks for and another has to approve. A row is an open question: it goes when it is answered or withdrawn, and
-- the audit trail tells what became of it.
create table identity.staff_proposals (
    id           uuid        primary key,
    kind         text        not null check (kind in ('INVITE', 'CHANGE_ROLES', 'SUSPEND', 'REINSTATE', 'INVITE_AGAIN')),
    -- Whom it concerns; null for somebody who has no account yet.
    account_id   uuid        references identity.accounts (id) on delete cascade,
    email        text check (char_length(email) between 3 and 254),
    email_key    text check (char_length(email_key) between 3 and 254),
    display_name text check (char_length(display_name) between 1 and 200),
    language     text check (language in ('fr', 'en')),
    roles        text[],
    branch_id    uuid,
    adviser_id   uuid,
    reason       text check (reason in ('LEFT', 'LONG_ABSENCE', 'SUSPECTED_MISUSE', 'OTHER')),
    -- What the account was entitled to when it was asked for: nobody approves a change of something else.
    standing     text        not null,
    proposed_by  uuid        not null references identity.accounts (id) on delete cascade,
    proposed_at  timestamptz not null,
    expires_at   timestamptz not null,
    constraint staff_proposals_invite_somebody_new check ((kind = 'INVITE') = (account_id is null)),
    constraint staff_proposals_invite_by_name check (
        (kind = 'INVITE') = (email is not null and email_key is not null and display_name is not null and language is not null)),
    constraint staff_proposals_say_which_roles check ((kind in ('INVITE', 'CHANGE_ROLES')) = (roles is not null)),
    constraint staff_proposals_say_why check ((kind = 'SUSPEND') = (reason is not null)),
    constraint staff_proposals_not_about_oneself check (account_id <> proposed_by)
);

-- One open question about each person.
create unique index staff_proposals_one_about_an_account on identity.staff_proposals (account_id);
create unique index staff_proposals_one_about_an_address on identity.staff_proposals (email_key);
create index staff_proposals_by_proposer on identity.staff_proposals (proposed_by);
create index staff_proposals_by_expiry on identity.staff_proposals (expires_at);

create index accounts_staff_by_name on identity.accounts (lower(display_name), id) where kind = 'STAFF';
