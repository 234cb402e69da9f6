package fr.guichet.audit.trail;

import java.time.Instant;
import java.util.UUID;

/** Where a list of entries goes on, by time and identifier. */
public record EntryPosition(Instant at, UUID id) {}
