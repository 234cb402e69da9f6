package fr.guichet.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTests {

    @ParameterizedTest
    @CsvSource({
        "06 12 34 56 78, +33612345678",
        "06.12.34.56.78, +33612345678",
        "0612345678, +33612345678",
        "+33 (0)6 12 34 56 78, +33612345678",
        "0033612345678, +33612345678",
        "01-42-68-53-00, +33142685300",
        "0262 20 25 25, +262262202525",
        "0596 39 50 00, +596596395000",
        "+32 470 12 34 56, +32470123456",
        "+1 (202) 456-1111, +12024561111",
        "+44 20 7946 0000, +442079460000"
    })
    void whatPeopleTypeBecomesE164(String typed, String number) {
        assertThat(PhoneNumber.parse(typed)).contains(new PhoneNumber(number));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "06",
                "112",
                "3639",
                "06 12 34 56",
                "06 12 34 56 78 9",
                "+33 0 00 00 00 00",
                "0812",
                "+999123456789",
                "0612345678 poste 12",
                "+33612345678;ext=4",
                "tel:+33612345678",
                "06 12 34 56 7O",
                "٠٦١٢٣٤٥٦٧٨",
                "+",
                "-------",
                "+33612345678\u0000",
                "+33612345678\n",
                "1-800-FLOWERS"
            })
    void whatNobodyCouldBeCalledAtIsNone(String typed) {
        assertThat(PhoneNumber.parse(typed)).isEmpty();
    }

    @Test
    void lengthIsLimited() {
        assertThat(PhoneNumber.parse("0".repeat(1_000_000))).isEmpty();
    }

    @Test
    void nationalDigitsAreWhatOneDials() {
        assertThat(new PhoneNumber("+33612345678").nationalDigits()).isEqualTo("0612345678");
        assertThat(new PhoneNumber("+262262202525").nationalDigits()).isEqualTo("0262202525");
    }

    @Test
    void neitherTheTextNorTheErrorTellTheNumber() {
        assertThat(new PhoneNumber("+33612345678").toString()).doesNotContain("612");
        assertThatThrownBy(() -> new PhoneNumber("0612345678"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("612");
    }
}
