package fr.guichet.identity;

import fr.guichet.shared.AdviserId;
import fr.guichet.shared.BranchId;
import fr.guichet.shared.CustomerId;
import fr.guichet.shared.EmailAddress;
import fr.guichet.shared.Languages;
import fr.guichet.shared.Role;
import org.jspecify.annotations.Nullable;

/**
 * Asks for an account.
 *
 * @param displayName how others see this person, 1 to 200 characters
 * @param language ISO 639 code of a language Guichet speaks
 */
public record OpenAccount(
        EmailAddress email, InitialPassword password, String displayName, String language, Grants grants) {

    private static final int LONGEST_NAME = 200;

    public OpenAccount {
        Languages.required(language);
        displayName = displayName.strip();
        if (displayName.isEmpty()
                || displayName.codePointCount(0, displayName.length()) > LONGEST_NAME
                || displayName.codePoints().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("A display name has 1 to 200 characters and no control characters");
        }
    }

    /**
     * One role with its reach; a manager with an adviser's calendar becomes both.
     *
     * @throws IllegalArgumentException when the address is none, or the role cannot have this reach
     */
    public OpenAccount(
            String email,
            CharSequence password,
            String displayName,
            String language,
            Role role,
            @Nullable CustomerId customer,
            @Nullable AdviserId adviser,
            @Nullable BranchId branch) {
        this(
                EmailAddress.parse(email).orElseThrow(() -> new IllegalArgumentException("Not an e-mail address")),
                new InitialPassword.Plain(password),
                displayName,
                language,
                Grants.of(role, customer, adviser, branch));
    }

    @Override
    public String toString() {
        return "OpenAccount[" + grants.roles() + "]";
    }
}
