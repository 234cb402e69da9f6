package fr.guichet.identity;

import fr.guichet.shared.Refusal;

/** Why an account was not opened. */
public sealed interface AccountRefusal extends Refusal {

    /** Another account signs in with this address. */
    record EmailTaken() implements AccountRefusal {}

    /** The customer or the adviser has an account already. */
    record PersonHasAccount() implements AccountRefusal {}

    /** The password would be too easy to guess, or cannot be kept. */
    record WeakPassword(PasswordWeakness weakness) implements AccountRefusal {}
}
