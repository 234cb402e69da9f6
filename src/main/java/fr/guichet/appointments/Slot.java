package fr.guichet.appointments;

import java.time.Instant;

/**
 * A start at which a visit of the reason asked for fits.
 *
 * @param advisers how many advisers could receive it
 */
public record Slot(Instant start, Instant end, int advisers) {}
