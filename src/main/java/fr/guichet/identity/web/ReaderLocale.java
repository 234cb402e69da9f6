package fr.guichet.identity.web;

import fr.guichet.identity.AccountView;
import fr.guichet.shared.Languages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.servlet.LocaleResolver;

/** The language a response is written in: the account's, else the first the browser asks for that we speak, else French. */
final class ReaderLocale implements LocaleResolver {

    private final SignedInAccounts signedIn;

    ReaderLocale(SignedInAccounts signedIn) {
        this.signedIn = signedIn;
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        var language = ofAccount()
                .or(() -> Collections.list(request.getLocales()).stream()
                        .map(Locale::getLanguage)
                        .filter(Languages::speaks)
                        .findFirst())
                .orElse(Languages.FRENCH);
        return Languages.locale(language);
    }

    /** Languages are changed where they are kept: on the account. */
    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        throw new UnsupportedOperationException("The language belongs to the account");
    }

    private Optional<String> ofAccount() {
        try {
            return signedIn.account().map(AccountView::language);
        } catch (DataAccessException | TransactionException e) {
            // The language must not be what keeps us from saying that the database is away.
            return Optional.empty();
        }
    }
}
