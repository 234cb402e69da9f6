package fr.guichet.platform.web.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Whom to tell about a weakness, as RFC 9116 has it. */
class SecurityTextTests {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-20T12:00:00.5Z"), ZoneOffset.UTC);

    @Test
    void thoseWhomTheBankNamesAreToldInTheirOrder() {
        var contact = new SecurityContact(
                List.of(URI.create("mailto:security@example.com"), URI.create("tel:+33-1-99-00-00-00")),
                URI.create("https://example.com/security"));

        RestTestClient.bindToController(new SecurityText(contact, NOON))
                .build()
                .get()
                .uri("/.well-known/security.txt")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType("text/plain;charset=UTF-8")
                .expectBody(String.class)
                .isEqualTo("""
                        Contact: mailto:security@example.com
                        Contact: tel:+33-1-99-00-00-00
                        Expires: 2026-12-20T12:00:00Z
                        Preferred-Languages: fr, en
                        Policy: https://example.com/security
                        """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"security@example.com", "http://example.com/security", "javascript:alert(1)"})
    void whatIsNoAddressIsRefusedAtStart(String contact) {
        assertThatThrownBy(() -> named(contact, null)).hasMessageContaining("guichet.security.contact");
    }

    @Test
    void aPolicyIsReadOverTls() {
        assertThatThrownBy(() -> named("mailto:security@example.com", "http://example.com"))
                .hasMessageContaining("guichet.security.policy");
        assertThat(named("mailto:security@example.com", null).policy()).isNull();
    }

    private static SecurityContact named(String contact, @Nullable String policy) {
        return new SecurityContact(List.of(URI.create(contact)), policy == null ? null : URI.create(policy));
    }
}
