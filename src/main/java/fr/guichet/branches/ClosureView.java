package fr.guichet.branches;

import fr.guichet.shared.TimeSpan;
import java.util.UUID;

/** A stretch of time in which a branch is closed whatever its opening hours say, and what customers are told about it. */
public record ClosureView(UUID id, TimeSpan span, String reason) {}
