package fr.guichet.audit.trail;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which entries are wanted; what is null does not matter.
 *
 * @param from the first instant
 * @param to the instant after the last
 * @param account who did it
 * @param customer on whom
 * @param outcome DONE or REFUSED
 * @param address from where, exactly
 */
public record EntryFilter(
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable UUID account,
        @Nullable UUID customer,
        @Nullable String action,
        @Nullable String outcome,
        @Nullable UUID branch,
        @Nullable String address) {}
