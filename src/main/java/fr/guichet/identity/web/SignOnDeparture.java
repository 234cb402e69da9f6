package fr.guichet.identity.web;

import fr.guichet.identity.signon.SignOnClient;
import fr.guichet.identity.signon.SignOnOffered;
import fr.guichet.identity.signon.SignOnProperties;
import fr.guichet.identity.signon.SignOnStrength;
import fr.guichet.identity.signon.SignOnUnavailableException;
import fr.guichet.identity.web.SignOnRequests.Task;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.stereotype.Component;

/** Sends people off to the bank's sign-on: PKCE always, and an authentication that is renewed when the law says so. */
@Component
@SignOnOffered
class SignOnDeparture {

    private final SignOnClient client;
    private final SignOnRequests requests;
    private final SignOnProperties properties;

    SignOnDeparture(SignOnClient client, SignOnRequests requests, SignOnProperties properties) {
        this.client = client;
        this.requests = requests;
        this.properties = properties;
    }

    /**
     * Notes in the browser what it leaves for.
     *
     * @return where it is to go
     * @throws SignOnUnavailableException when the provider does not answer
     */
    URI leave(Task task, HttpServletRequest request, HttpServletResponse response) {
        var resolver = new DefaultOAuth2AuthorizationRequestResolver(client.ofOneThatAnswers());
        resolver.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce()
                .andThen(builder -> builder.additionalParameters(parameters -> ask(parameters, task)))
                .andThen(builder -> SignOnRequests.note(task, builder)));
        var leaving = Objects.requireNonNull(resolver.resolve(request, SignOnClient.BANK), "the one registration");
        requests.saveAuthorizationRequest(leaving, request, response);
        return URI.create(leaving.getAuthorizationRequestUri());
    }

    /** A provider that is asked for {@code max_age} has to say when it authenticated somebody. */
    private void ask(Map<String, Object> parameters, Task task) {
        parameters.put("max_age", String.valueOf(SignOnStrength.RENEWED_AFTER.toSeconds()));
        if (task.confirm()) {
            parameters.put("prompt", "login");
        }
        properties.strongAcr().stream().findFirst().ifPresent(level -> parameters.put("acr_values", level));
    }
}
