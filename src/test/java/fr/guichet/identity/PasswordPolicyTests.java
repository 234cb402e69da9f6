package fr.guichet.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordPolicyTests {

    private final PasswordPolicy policy =
            new PasswordPolicy(new PasswordProperties(List.of("Banque du Rhône", "Épargne Logement")));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "une porte en bois bleu",
                "cheval agrafe pile correct",
                "Tr0ub4dor&3-sous-la-pluie",
                "x7#Lq9!mZ2@w",
                "Ma voisine élève 3 poules",
                "我的密码是很长的一个句子吧好",
                "пароль который никто не знает",
                "98273645019283746501",
                "le soleil de novembre à Brest",
                "🐢🚲🌧️🎻🍐🧵🪁🧭📎🛶🦉🌵"
            })
    void aLongUnusualOneIsFine(String password) {
        assertThat(policy.judge(password, "Marie Lefèvre", "marie@example.org")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "court", "onze-signes", "🐢🚲🌧🎻🍐🧵🪁🧭📎🛶🦉"})
    void elevenCharactersAreTooFew(String password) {
        assertThat(policy.judge(password)).contains(PasswordWeakness.TOO_SHORT);
    }

    @Test
    void aHundredAndTwentyEightCharactersAreTheMost() {
        var words =
                "la pluie tombe sur les toits gris de la ville et personne ne voit que le chat dort encore ".repeat(2);

        assertThat(policy.judge(words.substring(0, 128))).isEmpty();
        assertThat(policy.judge(words.substring(0, 129))).contains(PasswordWeakness.TOO_LONG);
        assertThat(policy.judge("x".repeat(1_000_000))).contains(PasswordWeakness.TOO_LONG);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "motdepasse123",
                "MotDePasse2026!",
                "M0td3p4ss3!!",
                "p@ssw0rd1234",
                "Passw0rdPassw0rd",
                "passwordpassword",
                "1qaz2wsx3edc",
                "azertyuiop123",
                "bonjour123456",
                "Bonjour!Bonjour!",
                "jetaime jetaime",
                "123456789012",
                "198506121985",
                "Administrateur1",
                "correct horse battery staple",
                "Motdepàsse1234"
            })
    void whatEveryoneTriesFirstIsRefused(String password) {
        assertThat(policy.judge(password)).contains(PasswordWeakness.COMMON);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "aaaaaaaaaaaa",
                "abababababab",
                "xyzt-xyzt-xyzt",
                "abcdefghijklmnop",
                "&é&é&é&é&é&é&é",
                "zzzzzzzzzzzzzzzz!"
            })
    void repetitionIsRefused(String password) {
        assertThat(policy.judge(password)).contains(PasswordWeakness.REPETITIVE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"marielefevre", "Lefèvre.Marie.1990", "marie@example.org", "MARIE-LEFEVRE-!"})
    void onesOwnNameIsRefused(String password) {
        assertThat(policy.judge(password, "Marie Lefèvre", "marie@example.org")).contains(PasswordWeakness.PERSONAL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"une porte\u0000en bois", "une porte\nen bois bleu", "une porte\u007fen bois"})
    void whatCannotBeTypedIsRefused(String password) {
        assertThat(policy.judge(password)).contains(PasswordWeakness.UNTYPEABLE);
    }

    @Test
    void accentsCountTheSameHoweverTheyAreComposed() {
        var composed = "élégante été";
        var decomposed = java.text.Normalizer.normalize(composed, java.text.Normalizer.Form.NFD);

        assertThat(policy.judge(decomposed)).isEqualTo(policy.judge(composed)).isEmpty();
        assertThat(Passwords.normalized(decomposed)).isEqualTo(Passwords.normalized(composed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Banque du Rhône", "banquedurhone69!", "EpargneLogement2026", "b4nque-du-rh0ne"})
    void theNameOfTheBankAndItsProductsIsRefused(String password) {
        assertThat(policy.judge(password)).contains(PasswordWeakness.COMMON);
    }

    @Test
    void whatLeakedElsewhereIsRefusedHoweverItIsWritten() {
        assertThat(LeakedPasswords.read()).hasSizeGreaterThan(3_000).allSatisfy(password -> assertThat(password)
                .hasSizeGreaterThanOrEqualTo(12));
        assertThat(policy.judge("chickenwing101")).contains(PasswordWeakness.COMMON);
        assertThat(policy.judge("PolniyPizdec0211")).contains(PasswordWeakness.COMMON);
        assertThat(LeakedPasswords.read())
                .allSatisfy(password -> assertThat(policy.judge(password)).isNotEmpty());
    }
}
