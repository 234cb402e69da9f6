package fr.guichet.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

/** An address to come back to never leads to another site. */
class ReturnAddressTests {

    private static final URI HERE = URI.create("https://guichet.example.com/connexion");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/mes-rendez-vous",
                "/agences/0197a3f0-1111-7222-8333-444455556666/creneaux?motif=2&debut=2026-11-23T09%3A00%3A00%2B01%3A00",
                "/equipe/agenda?jour=2026-11-23#10h",
                "/agences?q=Saint-%C3%89tienne",
                "/apiculture",
                "/agences?retour=//ailleurs.example",
            })
    void pagesOfThisAppCount(String text) {
        assertThat(ReturnAddress.parse(text)).map(ReturnAddress::path).contains(text);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "mes-rendez-vous",
                "//evil.example",
                "///evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "/\t/evil.example",
                "/\n/evil.example",
                "\t//evil.example",
                " //evil.example",
                "https://evil.example",
                "https:evil.example",
                "HTTPS://evil.example",
                "javascript:alert(1)",
                "data:text/html,x",
                "/%2f/evil.example",
                "/%2F%2Fevil.example",
                "/%5cevil.example",
                "/%5C%5Cevil.example",
                "/%09/evil.example",
                "/%0d%0aLocation:%20https://evil.example",
                "/%252f%252fevil.example",
                "/agences//evil.example",
                "/agences/..//evil.example",
                "/../../evil.example",
                "/./evil",
                "/agences/%2e%2e//evil.example",
                "/agences/.",
                "/agences\u2028",
                "/agences\u0000",
                "/agences\u202e",
                "/％2f",
                "/agences%",
                "/agences%zz",
                "/agences?q=<script>",
                "/agences?q=\"",
                "/@evil.example\\",
                "@evil.example",
                ".evil.example",
                "/api/session",
                "/api",
                "/API/session/sign-on",
                "/actuator/health",
                "/connexion",
                "/connexion?suite=/connexion",
            })
    void whatIsDoubtfulDoesNot(String text) {
        assertThat(ReturnAddress.parse(text)).isEmpty();
    }

    @Test
    void veryLongOnesDoNot() {
        assertThat(ReturnAddress.parse("/" + "a".repeat(2000))).isEmpty();
    }

    @Property
    void whateverCountsStaysHere(@ForAll("hostileTexts") String text) {
        ReturnAddress.parse(text).ifPresent(address -> {
            var read = HERE.resolve(address.path());
            assertThat(read.getScheme()).isEqualTo("https");
            assertThat(read.getRawAuthority()).isEqualTo("guichet.example.com");
            assertThat(address.path()).doesNotContain("\\").matches("/([^/].*)?");
            assertThat(URLDecoder.decode(address.path().split("[?#]", 2)[0], StandardCharsets.UTF_8))
                    .doesNotContain("//", "\\", "\r", "\n", "\t");
        });
    }

    @Property
    void plainPagesCount(@ForAll("pages") String page) {
        assertThat(ReturnAddress.parse(page)).isPresent();
    }

    @Provide
    Arbitrary<String> hostileTexts() {
        var pieces = Arbitraries.of(
                "/",
                "//",
                "\\",
                "%2f",
                "%5C",
                "%09",
                "%0a",
                "%2e",
                ".",
                "..",
                "@",
                ":",
                "?",
                "#",
                "https:",
                "evil.example",
                "\t",
                "\n",
                "\u0000",
                " ",
                "a",
                "%",
                "%25",
                ";",
                "[",
                "é",
                "api",
                "connexion");
        return pieces.list().ofMaxSize(8).map(list -> String.join("", list));
    }

    @Provide
    Arbitrary<String> pages() {
        var segment = Arbitraries.strings()
                .alpha()
                .numeric()
                .withChars('-', '_')
                .ofMinLength(1)
                .ofMaxLength(12);
        return segment.map(first -> "p" + first)
                .list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .map(parts -> "/" + String.join("/", parts));
    }
}
