package fr.guichet.customers;

import fr.guichet.shared.AdviserId;
import fr.guichet.shared.BranchId;
import fr.guichet.shared.EmailAddress;
import fr.guichet.shared.Languages;
import fr.guichet.shared.PhoneNumber;
import org.jspecify.annotations.Nullable;

/** Asks for a reference record; the components are those of {@link Customer}. */
public record RegisterCustomer(
        PersonalName firstName,
        PersonalName lastName,
        @Nullable EmailAddress email,
        @Nullable PhoneNumber phone,
        String language,
        BranchId branch,
        @Nullable AdviserId adviser) {

    public RegisterCustomer {
        Languages.required(language);
    }

    @Override
    public String toString() {
        return "RegisterCustomer[" + branch + "]";
    }
}
