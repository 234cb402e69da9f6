package fr.guichet.identity.web;

import fr.guichet.identity.bearer.BearerTokens;
import fr.guichet.identity.signon.SignOnProperties;
import fr.guichet.identity.signon.SignOnStrength;
import fr.guichet.identity.signon.WithIdentityProvider;
import fr.guichet.platform.web.Problem;
import fr.guichet.platform.web.ProblemRenderer;
import fr.guichet.platform.web.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;

/**
 * Says no to calls with a token as RFC 6750 has it, with a problem as its body. Why exactly a token is not valid is told to nobody who
 * has not got a valid one.
 */
@Component
@WithIdentityProvider
class BearerProblems implements AuthenticationEntryPoint, AccessDeniedHandler {

    private static final Problem INVALID = Problem.of(HttpStatus.UNAUTHORIZED, "invalid-token");
    private static final Problem STRONGER = Problem.of(HttpStatus.UNAUTHORIZED, "insufficient-user-authentication");
    private static final Problem SCOPE = Problem.of(HttpStatus.FORBIDDEN, "insufficient-scope");

    private final ProblemRenderer renderer;
    private final SignOnProperties signOn;

    BearerProblems(ProblemRenderer renderer, SignOnProperties signOn) {
        this.renderer = renderer;
        this.signOn = signOn;
    }

    /** The provider's keys cannot be had. The filter would take that for a failure of ours. */
    private static final class Away extends AuthenticationException {

        Away(AuthenticationServiceException cause) {
            super("The provider's keys cannot be had", cause);
        }
    }

    AuthenticationManager orAway(BearerTokens tokens) {
        return token -> {
            try {
                return tokens.authenticate(token);
            } catch (AuthenticationServiceException e) {
                throw new Away(e);
            }
        };
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
            throws IOException {
        if (cause instanceof Away) {
            renderer.write(SecurityProblems.SIGN_ON_UNAVAILABLE, request, response);
            return;
        }
        switch (code(cause)) {
            case "invalid_request" -> {
                challenge(response, "error=\"invalid_request\"");
                renderer.write(Problems.malformed(), request, response);
            }
            case "insufficient_user_authentication" -> {
                challenge(response, "error=\"insufficient_user_authentication\"" + asked());
                renderer.write(STRONGER, request, response);
            }
            default -> {
                challenge(response, "error=\"invalid_token\"");
                renderer.write(INVALID, request, response);
            }
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException cause)
            throws IOException {
        renderer.write(Problems.forbidden(), request, response);
    }

    /**
     * The token does not allow the operation.
     *
     * @param scope what it lacks; empty when no token allows it
     */
    static Problem insufficientScope(String scope, HttpServletResponse response) {
        challenge(response, "error=\"insufficient_scope\"" + (scope.isEmpty() ? "" : ", scope=\"" + scope + "\""));
        return SCOPE;
    }

    /** What the person has to do at the provider, as clients pass it on (RFC 9470). */
    private String asked() {
        return (signOn.strongAcr().isEmpty() ? "" : ", acr_values=\"" + String.join(" ", signOn.strongAcr()) + "\"")
                + ", max_age=\"" + SignOnStrength.RENEWED_AFTER.toSeconds() + "\"";
    }

    private static void challenge(HttpServletResponse response, String parameters) {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"guichet\", " + parameters);
    }

    private static String code(AuthenticationException cause) {
        return cause instanceof OAuth2AuthenticationException oauth
                ? String.valueOf(oauth.getError().getErrorCode())
                : "";
    }
}
