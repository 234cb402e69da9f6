package fr.guichet.rights;

import fr.guichet.shared.AdviserId;
import fr.guichet.shared.BranchId;
import fr.guichet.shared.CustomerId;
import java.util.List;

/**
 * Somebody's data, for others to try something on.
 *
 * @param adviser whose calendar is tried, and who receives the customer
 * @param colleague another adviser of the branch
 * @param lastName the customer's, and nobody else's
 */
record Subject(
        Ownership ownership,
        BranchId branch,
        AdviserId adviser,
        AdviserId colleague,
        CustomerId customer,
        String lastName) {

    /** What a refusal must not let slip. */
    List<String> secrets() {
        return List.of(lastName, customer.toString(), adviser.toString(), colleague.toString());
    }
}
