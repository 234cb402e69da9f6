package fr.guichet.customers;

import fr.guichet.shared.CustomerId;
import fr.guichet.shared.Refusal;

/** What became of the wish to register a customer. */
public sealed interface Registration {

    record Registered(Customer customer) implements Registration {}

    /** Another record has this e-mail address already. */
    record EmailTaken(CustomerId by) implements Registration, Refusal {}

    /** The branch is not one this actor registers customers for. */
    record OtherBranch() implements Registration, Refusal {}

    /** For callers to whom a refusal would be a mistake of their own. */
    default Customer orThrow() {
        return switch (this) {
            case Registered registered -> registered.customer();
            case EmailTaken _, OtherBranch _ ->
                throw new IllegalStateException(
                        "The customer was refused: " + getClass().getSimpleName());
        };
    }
}
