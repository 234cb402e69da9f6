package fr.guichet.customers;

import fr.guichet.shared.Refusal;

/** What became of a customer's wish to change how he is reached. */
public sealed interface ContactChange {

    record Changed(Customer customer) implements ContactChange {}

    /** Somebody changed the record since the caller looked; this is what it says now. */
    record Stale(Customer current) implements ContactChange, Refusal {}

    /** There is no such record. */
    record Unknown() implements ContactChange, Refusal {}
}
