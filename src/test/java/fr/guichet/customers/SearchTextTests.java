package fr.guichet.customers;

import static org.assertj.core.api.Assertions.assertThat;

import fr.guichet.shared.EmailAddress;
import fr.guichet.shared.PhoneNumber;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchTextTests {

    private static final Set<String> TERMS = SearchText.terms(
            new PersonalName("Anne-Sophie"),
            new PersonalName("Lefèvre d’Œuvre"),
            new EmailAddress("A.Lefevre@example.org"),
            new PhoneNumber("+33612345678"));

    @ParameterizedTest
    @CsvSource({
        "lefèvre",
        "LEFEV",
        "le",
        "d'oeuvre",
        "oeuvre",
        "dœuv",
        "anne sophie",
        "annesophie",
        "sophie lef",
        "lefevre anne",
        "a.lefevre@EXAMPLE.org",
        "a.lef",
        "0612345678",
        "06 12 34",
        "+33 6 12",
        "0033 6 12",
        "+33 (0)6 12 34 56 78",
        "lef 0612"
    })
    void theRecordAnswersTo(String query) {
        assertThat(SearchText.beginnings(query)).isNotEmpty().allSatisfy(beginning -> assertThat(TERMS)
                .anyMatch(term -> term.startsWith(beginning)));
    }

    @ParameterizedTest
    @CsvSource({"efevre", "marie", "07", "lefevre marie", "example.org", "345678"})
    void theRecordDoesNotAnswerTo(String query) {
        assertThat(SearchText.beginnings(query))
                .anySatisfy(beginning -> assertThat(TERMS).noneMatch(term -> term.startsWith(beginning)));
    }

    @Test
    void blankOrMarksAloneAskForNothing() {
        assertThat(SearchText.beginnings("  ")).isEmpty();
        assertThat(SearchText.beginnings("%_*'\"")).isEmpty();
    }

    @Test
    void aLongQueryIsCutToSixWords() {
        assertThat(SearchText.beginnings("a b c d e f g h i j")).containsExactly("a", "b", "c", "d", "e", "f");
    }

    @Test
    void listsGoByLastThenFirstName() {
        var keys = List.of(key("Zoé", "de La Tour"), key("Anne", "Delatour"), key("Éric", "Abbé"), key("Al", "Abbé"));

        assertThat(keys.stream().sorted())
                .containsExactly("abbe, al", "abbe, eric", "de la tour, zoe", "delatour, anne");
    }

    @Test
    void everyScriptHasWords() {
        assertThat(SearchText.words("王 小明")).containsExactly("王", "小明");
        assertThat(SearchText.words("İstanbullu Straße Łódź")).containsExactly("istanbullu", "strasse", "lodz");
    }

    private static String key(String first, String last) {
        return SearchText.sortKey(new PersonalName(first), new PersonalName(last));
    }
}
