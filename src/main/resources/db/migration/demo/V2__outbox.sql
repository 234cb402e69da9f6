-- What the small bank would have sent by e-mail and text message. Anyone may read it on a page: nothing here is anybody's.
create table demo.outbox (
    id        uuid        primary key,
    sent_at   timestamptz not null,
    channel   text        not null check (channel in ('EMAIL', 'TEXT')),
    recipient text        not null,
    subject   text        not null,
    body      text        not null
);

create index outbox_newest_first on demo.outbox (sent_at desc, id desc);
