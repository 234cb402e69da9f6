package fr.guichet.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;

/** Says in which language the person behind a request wants to read; a module that knows the account contributes one as a bean. */
public interface PreferredLanguage {

    /** Empty when nobody is signed in or nothing was chosen: the browser's languages then decide. Must not fail or be slow. */
    Optional<Locale> of(HttpServletRequest request);
}
