package fr.guichet.identity.signon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** What the settings of bank sign-on may be. */
class SignOnPropertiesTests {

    @Test
    void nothingIsOfferedUnlessProviderAndClientAreNamed() {
        assertThat(bind(Map.of()).isOffered()).isFalse();
        assertThat(bind(Map.of("issuer", "https://login.example.com", "client-id", " "))
                        .isOffered())
                .isFalse();
        assertThat(bind(Map.of("issuer", "https://login.example.com", "client-id", "guichet-web"))
                        .isOffered())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://login.example.com/realms/bank", "http://localhost:8080/realms/bank", "http://127.0.0.1"
            })
    void theIssuerIsHttpsOrHere(String issuer) {
        assertThat(bind(Map.of("issuer", issuer)).issuer()).isEqualTo(issuer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://login.example.com",
                "http://127.0.0.1.example.com",
                "login.example.com",
                "https://",
                "https://login.example.com?x=y",
                "https://user@login.example.com",
                "file:///etc/passwd",
                "not an address",
            })
    void whatAnybodyCouldAnswerForIsRefused(String issuer) {
        assertThatThrownBy(() -> bind(Map.of("issuer", issuer)))
                .isInstanceOf(BindException.class)
                .hasRootCauseMessage(
                        "guichet.sign-on.issuer is an https address without query or fragment, such as https://login.example.com/realms/bank");
    }

    @Test
    void nobodyIsShutOutAltogether() {
        assertThatThrownBy(() -> bind(Map.of("customers.local", "false")))
                .hasStackTraceContaining("nobody could come in");
        assertThat(bind(Map.of(
                                "issuer", "https://login.example.com",
                                "client-id", "guichet-web",
                                "customers.local", "false"))
                        .customers()
                        .local())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0s", "-1s", "11s"})
    void nobodyWaitsForLong(String timeout) {
        assertThatThrownBy(() -> bind(Map.of("read-timeout", timeout))).isInstanceOf(BindException.class);
    }

    private static SignOnProperties bind(Map<String, String> settings) {
        var named = new HashMap<String, String>();
        settings.forEach((name, value) -> named.put("guichet.sign-on." + name, value));
        return new Binder(new MapConfigurationPropertySource(named))
                .bindOrCreate("guichet.sign-on", SignOnProperties.class);
    }
}
