package fr.guichet.identity.factors;

import fr.guichet.identity.Accounts;
import fr.guichet.identity.Grant;
import fr.guichet.identity.Grants;
import fr.guichet.identity.InitialPassword;
import fr.guichet.identity.OpenAccount;
import fr.guichet.shared.AccountId;
import fr.guichet.shared.CustomerId;
import fr.guichet.shared.EmailAddress;
import java.util.UUID;

/** An account that no other test knows. */
record SomeAccount(AccountId id, String email) {

    static SomeAccount in(Accounts accounts) {
        var email = UUID.randomUUID() + "@example.org";
        var wish = new OpenAccount(
                new EmailAddress(email),
                new InitialPassword.None(),
                "Pierre Vidal",
                "fr",
                Grants.of(Grant.customer(CustomerId.next())));
        return new SomeAccount(accounts.open(wish).orThrow(), email);
    }
}
