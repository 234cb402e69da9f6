package fr.guichet.identity.web;

import fr.guichet.identity.signin.OneTimeToken;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/** What a browser holds while someone proves who he is. Scripts cannot read it and no other site can have it sent. */
@Component
class SignInCookies {

    private static final String PATH = "/api";
    private static final Duration LASTS = Duration.ofMinutes(10);

    /** What a token stands for. */
    enum Kind {
        /** A sign-in whose code is awaited. */
        SIGN_IN("GUICHET_SIGN_IN"),
        /** A question put to a passkey. */
        PASSKEY("GUICHET_PASSKEY"),
        /** A session at the bank's sign-on that none of ours has begun from yet. */
        SIGN_ON("GUICHET_SIGN_ON_SESSION");

        private final String cookie;

        Kind(String cookie) {
            this.cookie = cookie;
        }
    }

    void give(Kind kind, OneTimeToken token, HttpServletRequest request, HttpServletResponse response) {
        write(kind, token.text(), LASTS, request, response);
    }

    Optional<OneTimeToken> of(Kind kind, HttpServletRequest request) {
        return Arrays.stream(Optional.ofNullable(request.getCookies()).orElseGet(() -> new Cookie[0]))
                .filter(cookie -> cookie.getName().equals(kind.cookie))
                .map(Cookie::getValue)
                .filter(value -> !value.isEmpty())
                .map(OneTimeToken::new)
                .findFirst();
    }

    void takeBack(Kind kind, HttpServletRequest request, HttpServletResponse response) {
        write(kind, "", Duration.ZERO, request, response);
    }

    private static void write(
            Kind kind, String value, Duration lasts, HttpServletRequest request, HttpServletResponse response) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(kind.cookie, value)
                        .path(PATH)
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Strict")
                        .maxAge(lasts)
                        .build()
                        .toString());
    }
}
