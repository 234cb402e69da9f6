package fr.guichet.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.servlet.LocaleResolver;

/** Chooses French or English for an answer: the account's language, else the first of the browser's that we speak, else French. */
@Component("localeResolver")
class ReaderLanguage implements LocaleResolver {

    private static final Logger LOG = LoggerFactory.getLogger(ReaderLanguage.class);
    private static final List<Locale> SPOKEN = List.of(Locale.FRENCH, Locale.ENGLISH);
    private static final int LONGEST = 200;

    /** Looked up once, at the first request: those who know preferences need what needs this. */
    private final SingletonSupplier<List<PreferredLanguage>> preferences;

    ReaderLanguage(ObjectProvider<PreferredLanguage> preferences) {
        this.preferences =
                SingletonSupplier.of(() -> preferences.orderedStream().toList());
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return preferred(request).orElseGet(() -> ofBrowser(request));
    }

    /** What the request itself says. Needs no session, so it answers at once when the database does not. */
    static Locale ofBrowser(HttpServletRequest request) {
        return accepted(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE)).orElse(Locale.FRENCH);
    }

    /** Also asked while an answer is written to say that the database is away, so it must get by without. */
    private Optional<Locale> preferred(HttpServletRequest request) {
        try {
            return preferences.obtain().stream()
                    .flatMap(preference -> preference.of(request).stream())
                    .flatMap(language -> SPOKEN.stream()
                            .filter(spoken -> spoken.getLanguage().equals(language.getLanguage())))
                    .findFirst();
        } catch (RuntimeException e) {
            LOG.debug("The reader's preferred language is not known", e);
            return Optional.empty();
        }
    }

    private static Optional<Locale> accepted(@Nullable String header) {
        if (header == null || header.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(Locale.lookup(Locale.LanguageRange.parse(header), SPOKEN));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        throw new UnsupportedOperationException("The language is the account's or the browser's");
    }
}
