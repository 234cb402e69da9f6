package fr.guichet.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalNameTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Marie",
                "Lefèvre",
                "d’Artagnan",
                "O'Neill",
                "De La Tour",
                "Jean-Pierre",
                "J.-P.",
                "Ñuñez",
                "Øystein",
                "Œuvrard",
                "İbrahim",
                "Đặng Thị Hoa",
                "王",
                "محمد",
                "דוד",
                "Владимир",
                "Παπαδόπουλος",
                "สมชาย",
                "Henri Ⅳ",
                "X",
                "ʻOkina Kaʼulani",
                "Martínez i Vila, fill"
            })
    void namesOfAllKindsAreNames(String name) {
        assertThat(PersonalName.parse(name)).contains(new PersonalName(name));
    }

    @Test
    void blanksAreTidiedAndAccentsComposed() {
        assertThat(PersonalName.parse("  Marie \u00a0 Claude\t")).contains(new PersonalName("Marie Claude"));
        assertThat(PersonalName.parse(Normalizer.normalize("Hélène", Normalizer.Form.NFD)))
                .contains(new PersonalName("Hélène"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\u00a0",
                "-",
                "’",
                "123",
                "Marie\u0000",
                "Marie\u001b[31m",
                "Marie\u202egnp.exe",
                "Marie\u2066x\u2069",
                "Mar\u200bie",
                "Mar\ufeffie",
                "Ma\u2028rie",
                "Marie 🐢",
                "❤️",
                "<b>Marie</b>",
                "Marie=1+1",
                "@SUM(A1)",
                "Marie\ud800",
                "Marie\uffff",
                "Marie\ue000",
                "M\u0301\u0302\u0303\u0304\u0305\u0306arie",
                "a/b",
                "a\\b",
                "{{7*7}}",
                "${x}"
            })
    void whatDeceivesOrBreaksScreensIsNoName(String typed) {
        assertThat(PersonalName.parse(typed)).isEmpty();
    }

    @Test
    void aHundredCharactersAreTheMost() {
        assertThat(PersonalName.parse("é".repeat(100))).isPresent();
        assertThat(PersonalName.parse("é".repeat(101))).isEmpty();
        assertThat(PersonalName.parse("𝔐".repeat(100))).isPresent();
        assertThat(PersonalName.parse("x".repeat(10_000))).isEmpty();
        assertThat(PersonalName.parse(" ".repeat(10_000_000))).isEmpty();
    }

    @Test
    void neitherTheTextNorTheErrorTellTheName() {
        assertThat(new PersonalName("Marie").toString()).doesNotContain("Marie");
        assertThatThrownBy(() -> new PersonalName("Marie\u0000"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("Marie");
    }
}
