package fr.guichet.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTests {

    @ParameterizedTest
    @CsvSource({
        "marie@example.org, marie@example.org",
        "'  Marie.Lefevre@Example.ORG ', Marie.Lefevre@example.org",
        "pierre+banque@poste.example.fr, pierre+banque@poste.example.fr",
        "o'neill@example.co.uk, o'neill@example.co.uk",
        "info@crédit.example, info@xn--crdit-csa.example"
    })
    void whatPeopleTypeIsRead(String typed, String read) {
        assertThat(EmailAddress.parse(typed)).contains(new EmailAddress(read));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "@",
                "marie",
                "marie@",
                "@example.org",
                "marie@example",
                "marie@@example.org",
                "a@b@example.org",
                "marie lefevre@example.org",
                "marie@exa mple.org",
                "marie@-example.org",
                "marie@example..org",
                ".marie@example.org",
                "marie.@example.org",
                "ma..rie@example.org",
                "marie@127.0.0.1",
                "marie@[::1]",
                "marie\u0000@example.org",
                "marie\n@example.org",
                "marie@example.org\r\nBcc: all@example.org",
                "mar\u202eie@example.org",
                "«marie»@example.org",
                "<script>@example.org",
                "marie@example.123"
            })
    void whatNoMailCouldReachIsNot(String typed) {
        assertThat(EmailAddress.parse(typed)).isEmpty();
    }

    @Test
    void lengthIsLimitedAndReadingTakesNoTime() {
        assertThat(EmailAddress.parse("a".repeat(64) + "@example.org")).isPresent();
        assertThat(EmailAddress.parse("a".repeat(65) + "@example.org")).isEmpty();
        assertThat(EmailAddress.parse("a@" + "b".repeat(300) + ".org")).isEmpty();
        assertThat(EmailAddress.parse("a.".repeat(500_000) + "@example.org")).isEmpty();
    }

    @Test
    void capitalsMakeNoDifference() {
        assertThat(new EmailAddress("Marie@example.org").key()).isEqualTo(new EmailAddress("mARIE@example.org").key());
    }

    @Test
    void neitherTheTextNorTheErrorTellTheAddress() {
        assertThat(new EmailAddress("marie@example.org").toString()).doesNotContain("marie");
        assertThatThrownBy(() -> new EmailAddress("marie example"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("marie");
    }
}
