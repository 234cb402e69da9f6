package fr.guichet.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

/** Chooses French or English for an answer: the account's language, else the first of the browser's that we speak, else French. */
@Component("localeResolver")
class ReaderLanguage extends AcceptHeaderLocaleResolver {

    private final ObjectProvider<PreferredLanguage> preferences;

    ReaderLanguage(ObjectProvider<PreferredLanguage> preferences) {
        this.preferences = preferences;
        setSupportedLocales(List.of(Locale.FRENCH, Locale.ENGLISH));
        setDefaultLocale(Locale.FRENCH);
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return preferences
                .orderedStream()
                .flatMap(preference -> preference.of(request).stream())
                .map(preferred ->
                        preferred.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? Locale.ENGLISH : Locale.FRENCH)
                .findFirst()
                .orElseGet(() -> super.resolveLocale(request));
    }
}
