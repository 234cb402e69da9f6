package fr.guichet.identity;

import fr.guichet.shared.AccountId;

/** What became of the wish to open an account. */
public sealed interface AccountOpening {

    record Opened(AccountId account) implements AccountOpening {}

    record Refused(AccountRefusal refusal) implements AccountOpening {}

    /** For callers to whom a refusal would be a mistake of their own. */
    default AccountId orThrow() {
        return switch (this) {
            case Opened opened -> opened.account();
            case Refused refused -> throw new IllegalStateException("The account was refused: " + refused.refusal());
        };
    }
}
