package fr.guichet.branches;

/** Why an adviser is away, as far as Guichet needs to know. Illness is nobody's business here: it is {@link #UNPLANNED}. */
public enum AbsenceKind {
    PLANNED,
    UNPLANNED,
    TRAINING
}
