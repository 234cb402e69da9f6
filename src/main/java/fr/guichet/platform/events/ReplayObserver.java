package fr.guichet.platform.events;

import fr.guichet.shared.AccountId;

/** Learns, in the transaction that does it, that an operator has a dead letter sent again. For modules that stand above this one. */
@FunctionalInterface
public interface ReplayObserver {

    void replayed(AccountId operator, DeadLetter letter);
}
