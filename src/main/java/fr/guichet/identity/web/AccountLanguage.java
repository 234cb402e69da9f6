package fr.guichet.identity.web;

import fr.guichet.identity.AccountView;
import fr.guichet.platform.web.PreferredLanguage;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Who is signed in reads in the language of the account. */
@Component
class AccountLanguage implements PreferredLanguage {

    private final SignedInAccounts signedIn;

    AccountLanguage(SignedInAccounts signedIn) {
        this.signedIn = signedIn;
    }

    @Override
    public Optional<Locale> of(HttpServletRequest request) {
        try {
            return signedIn.account().map(AccountView::language).map(Locale::of);
        } catch (DataAccessException | TransactionException e) {
            // The language must not be what keeps us from saying that the database is away.
            return Optional.empty();
        }
    }
}
