package fr.guichet.identity.web;

import fr.guichet.identity.sessions.KnownDevices;
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

    /** What a token stands for. */
    enum Kind {
        /** A sign-in whose code is awaited. */
        SIGN_IN("GUICHET_SIGN_IN", Duration.ofMinutes(10), "Strict"),
        /** A question put to a passkey. */
        PASSKEY("GUICHET_PASSKEY", Duration.ofMinutes(10), "Strict"),
        /** A session at the bank's sign-on that none of ours has begun from yet. */
        SIGN_ON("GUICHET_SIGN_ON_SESSION", Duration.ofMinutes(10), "Strict"),
        /** A browser that this person signed in from; sent along when the bank's sign-on leads back to us. */
        DEVICE("GUICHET_DEVICE", KnownDevices.REMEMBERED, "Lax");

        private final String cookie;
        private final Duration lasts;
        private final String sameSite;

        Kind(String cookie, Duration lasts, String sameSite) {
            this.cookie = cookie;
            this.lasts = lasts;
            this.sameSite = sameSite;
        }
    }

    void give(Kind kind, OneTimeToken token, HttpServletRequest request, HttpServletResponse response) {
        write(kind, token.text(), kind.lasts, request, response);
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
                        .sameSite(kind.sameSite)
                        .maxAge(lasts)
                        .build()
                        .toString());
    }
}
