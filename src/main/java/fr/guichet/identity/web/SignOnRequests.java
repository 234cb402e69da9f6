package fr.guichet.identity.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.guichet.identity.signon.SignOnClient;
import fr.guichet.identity.signon.SignOnOffered;
import fr.guichet.platform.keys.Keys;
import fr.guichet.platform.web.ReturnAddress;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What Guichet has to remember while somebody is at the bank's sign-on: state, nonce, PKCE verifier, and where to go afterwards. It is
 * encrypted into a cookie of the browser that left, for ten minutes: any instance can go on with it, nobody else can, and those who
 * leave and never come back leave nothing behind. The cookie is Lax, because coming back is a navigation that another site begins.
 */
@Component
@SignOnOffered
class SignOnRequests implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {

    /** Attribute of the request by which somebody came back: what he had left for. */
    private static final String TASK = SignOnRequests.class.getName() + ".task";

    private static final String COOKIE = "GUICHET_SIGN_ON";
    private static final String PATH = "/api/session/sign-on";
    private static final Duration LASTS = Duration.ofMinutes(10);
    private static final byte[] PURPOSE = "sign-on request".getBytes(UTF_8);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Keys keys;
    private final Clock clock;

    SignOnRequests(Keys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * What somebody leaves for.
     *
     * @param confirm to prove anew who is signed in, instead of signing in
     * @param next the page to come back to; null for none in particular
     */
    record Task(boolean confirm, @Nullable String next) {

        private static final String ATTRIBUTE = Task.class.getName();
        static final Task NONE = new Task(false, null);

        /** What a page asks for; an address that is none of ours is no page to come back to. */
        static Task of(boolean confirm, @Nullable String next) {
            return new Task(
                    confirm, ReturnAddress.parse(next).map(ReturnAddress::path).orElse(null));
        }
    }

    /** Notes with the request to the provider what it is for. */
    static void note(Task task, OAuth2AuthorizationRequest.Builder request) {
        request.attributes(attributes -> attributes.put(Task.ATTRIBUTE, task));
    }

    /** What somebody who has come back had left for. */
    static Task task(HttpServletRequest request) {
        return request.getAttribute(TASK) instanceof Task task ? task : Task.NONE;
    }

    private record Kept(
            String state,
            String nonce,
            String verifier,
            String client,
            String authorization,
            String callback,
            Set<String> scopes,
            Task task,
            Instant until) {

        boolean isFor(@Nullable String other) {
            return state.equals(other);
        }
    }

    @Override
    public void saveAuthorizationRequest(
            @Nullable OAuth2AuthorizationRequest leaving, HttpServletRequest request, HttpServletResponse response) {
        if (leaving == null) {
            write("", Duration.ZERO, request, response);
            return;
        }
        var attributes = leaving.getAttributes();
        var kept = new Kept(
                String.valueOf(leaving.getState()),
                String.valueOf(attributes.get(OidcParameterNames.NONCE)),
                String.valueOf(attributes.get(PkceParameterNames.CODE_VERIFIER)),
                leaving.getClientId(),
                leaving.getAuthorizationUri(),
                String.valueOf(leaving.getRedirectUri()),
                leaving.getScopes(),
                attributes.get(Task.ATTRIBUTE) instanceof Task task ? task : Task.NONE,
                clock.instant().plus(LASTS));
        write(encrypted(kept), LASTS, request, response);
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
        return kept(request).map(SignOnRequests::read).orElse(null);
    }

    /** Takes the cookie away with it, unless it is another's state that came: a forged one must not disturb. */
    @Override
    public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(
            HttpServletRequest request, HttpServletResponse response) {
        var found = kept(request);
        found.ifPresent(kept -> {
            request.setAttribute(TASK, kept.task());
            write("", Duration.ZERO, request, response);
        });
        return found.map(SignOnRequests::read).orElse(null);
    }

    private Optional<Kept> kept(HttpServletRequest request) {
        var now = clock.instant();
        return Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .map(Cookie::getValue)
                .flatMap(value -> decrypted(value).stream())
                .filter(kept -> kept.isFor(request.getParameter(OAuth2ParameterNames.STATE))
                        && kept.until().isAfter(now))
                .findFirst();
    }

    private static OAuth2AuthorizationRequest read(Kept kept) {
        return OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri(kept.authorization())
                .clientId(kept.client())
                .redirectUri(kept.callback())
                .scopes(kept.scopes())
                .state(kept.state())
                .attributes(attributes -> {
                    attributes.put(OAuth2ParameterNames.REGISTRATION_ID, SignOnClient.BANK);
                    attributes.put(OidcParameterNames.NONCE, kept.nonce());
                    attributes.put(PkceParameterNames.CODE_VERIFIER, kept.verifier());
                })
                .build();
    }

    private String encrypted(Kept kept) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(keys.secrets().encrypt(JSON.writeValueAsBytes(kept), PURPOSE));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A request to the sign-on could not be encrypted", e);
        }
    }

    /** Empty for what is not ours, or was made with keys that are not at hand any more. */
    private Optional<Kept> decrypted(String value) {
        try {
            return Optional.of(
                    JSON.readValue(keys.secrets().decrypt(Base64.getUrlDecoder().decode(value), PURPOSE), Kept.class));
        } catch (GeneralSecurityException | IllegalArgumentException | JacksonException e) {
            return Optional.empty();
        }
    }

    private static void write(String value, Duration lasts, HttpServletRequest request, HttpServletResponse response) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(COOKIE, value)
                        .path(PATH)
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .maxAge(lasts)
                        .build()
                        .toString());
    }
}
