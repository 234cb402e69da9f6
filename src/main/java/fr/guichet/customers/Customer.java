package fr.guichet.customers;

import fr.guichet.shared.AdviserId;
import fr.guichet.shared.BranchId;
import fr.guichet.shared.CustomerId;
import fr.guichet.shared.EmailAddress;
import fr.guichet.shared.PhoneNumber;
import org.jspecify.annotations.Nullable;

/**
 * What the bank knows of a customer.
 *
 * @param email where he is written to; null when he has no address
 * @param phone where he is called; null when he has no number
 * @param language ISO 639 code of the language he is addressed in
 * @param branch his home branch, whose staff see this record
 * @param adviser who looks after him; null when nobody in particular does
 * @param version for If-Match
 */
public record Customer(
        CustomerId id,
        PersonalName firstName,
        PersonalName lastName,
        @Nullable EmailAddress email,
        @Nullable PhoneNumber phone,
        String language,
        BranchId branch,
        @Nullable AdviserId adviser,
        long version) {

    /** How he is called on screens: first name, last name. */
    public String displayName() {
        return firstName.value() + " " + lastName.value();
    }

    /** Names no one. */
    @Override
    public String toString() {
        return "Customer[" + id + ", version " + version + "]";
    }
}
