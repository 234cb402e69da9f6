-- Buckets of tokens (Bucket4j). Not logged: after a crash everyone begins with a full one.
create unlogged table platform.rate_limit (
    -- What is limited, and the digest of whom.
    id         text   primary key,
    state      bytea,
    -- Milliseconds since 1970, as Bucket4j writes it.
    expires_at bigint
) with (fillfactor = 50);

create index rate_limit_by_expiry on platform.rate_limit (expires_at);
