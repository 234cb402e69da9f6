package fr.guichet.branches;

import fr.guichet.shared.AdviserId;
import fr.guichet.shared.TimeSpan;
import java.util.UUID;

/** A stretch of time in which an adviser receives nobody. */
public record AbsenceView(UUID id, AdviserId adviser, TimeSpan span, AbsenceKind kind) {}
