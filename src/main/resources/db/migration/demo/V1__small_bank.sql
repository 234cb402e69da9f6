-- Says that this database holds the small bank, and up to which day its visits are planned.
create table demo.small_bank (
    only_row        boolean primary key default true,
    planned_through date    not null,
    constraint small_bank_one_row check (only_row)
);

-- The customers who come to each branch, in the order they were drawn, so that each day's plan can be made again.
create table demo.small_bank_customer (
    branch_id   uuid not null,
    position    int  not null,
    customer_id uuid not null,
    primary key (branch_id, position)
);
