package fr.guichet.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import fr.guichet.testing.SentMessages;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The two steps, the ways around a telephone that is not there, and the one that needs no password. */
class SignInJourney {

    @RegisterExtension
    private final Browsers browsers = new Browsers();

    @Test
    void theKeyboardIsEnough() {
        var odette = Bank.customer("Odette", "Clavier");
        var screen = browsers.visitor(Width.DESKTOP).at("/connexion").shows("Se connecter");
        var keyboard = new Keyboard(screen);
        keyboard.reach(screen.field("Adresse e-mail"))
                .type(odette.email())
                .press("Tab")
                .type(Bank.PASSWORD)
                .press("Enter");
        assertThat(screen.field("Votre code")).isFocused();
        screen.look();
        keyboard.type("12").press("Enter");
        assertThat(screen.text("Saisissez les 6 chiffres du code.")).isVisible();
        assertThat(screen.field("Votre code")).isFocused();

        keyboard.press("Control+a")
                .type(SentMessages.takeCode(odette.email()).orElseThrow())
                .press("Enter");
        screen.shows("Protégez votre compte");
        keyboard.reach(screen.button("Plus tard")).press("Enter");
        screen.shows("Prendre rendez-vous en agence");
    }

    @Test
    void aReloadKeepsTheStepAndAWrongCodeMayBeCorrected() {
        var simon = Bank.customer("Simon", "Erreur");
        var screen = browsers.visitor(Width.PHONE).at("/connexion").shows("Se connecter");
        screen.field("Adresse e-mail").fill(simon.email());
        screen.field("Mot de passe").fill(Bank.PASSWORD);
        screen.button("Continuer").click();
        assertThat(screen.field("Votre code")).isFocused();
        screen.page().reload();
        assertThat(screen.field("Votre code")).isFocused();

        var code = SentMessages.takeCode(simon.email()).orElseThrow();
        screen.field("Votre code").fill(code.equals("000000") ? "000001" : "000000");
        screen.button("Se connecter").click();
        assertThat(screen.result("Connexion impossible")).isFocused();
        assertThat(screen.field("Votre code")).hasValue("");
        screen.look();

        screen.field("Votre code").fill(code.substring(0, 3) + " " + code.substring(3));
        screen.button("Se connecter").click();
        screen.shows("Protégez votre compte");
    }

    @Test
    void withoutATelephoneTheSheetHelps() {
        var yves = Bank.customer("Yves", "Feuille");
        var screen = browsers.signedIn(Width.PHONE, yves).at("/securite").shows("Sécurité du compte");
        screen.button("Préparer une feuille").click();
        assertThat(screen.text("Ces codes ne sont montrés qu’une fois")).isVisible();
        screen.look();
        var code = screen.page().locator("[data-printed=alone] ol li").first().innerText();
        screen.button("Je l’ai rangée en lieu sûr").click();
        assertThat(screen.text("Il reste 10 codes sur votre feuille.")).isVisible();
        screen.button("Se déconnecter").click();
        screen.shows("Prendre rendez-vous en agence");

        screen.at("/connexion").shows("Se connecter");
        screen.field("Adresse e-mail").fill(yves.email());
        screen.field("Mot de passe").fill(Bank.PASSWORD);
        screen.button("Continuer").click();
        screen.button("Je n’ai pas mon téléphone").click();
        assertThat(screen.field("Code de secours")).isFocused();
        screen.look();
        screen.field("Code de secours").fill(code.toLowerCase(Locale.ROOT).replace('-', ' '));
        screen.button("Se connecter").click();
        screen.shows("Prendre rendez-vous en agence");
        screen.at("/securite").shows("Sécurité du compte");
        assertThat(screen.text("Il reste 9 codes sur votre feuille.")).isVisible();
    }

    @Test
    void aPasskeyNeedsNothingTyped() {
        var zoe = Bank.customer("Zoé", "Empreinte");
        var screen = browsers.signedIn(Width.PHONE, zoe);
        var device = new Device(screen.page());
        screen.at("/securite/protection").shows("Protégez votre compte");
        screen.button(Pattern.compile("Votre empreinte ou votre visage")).click();
        screen.shows("Votre empreinte ou votre visage");
        screen.field("Nom de la clé").fill("Téléphone de Zoé");
        screen.button("Créer la clé d’accès").click();
        assertThat(screen.result("Votre clé d’accès est prête")).isFocused();
        screen.look();
        assertThat(device.passkeys()).hasSize(1);
        screen.button("Terminer").click();
        screen.button("Se déconnecter").click();
        assertThat(screen.link("Se connecter")).isVisible();
        screen.shows("Prendre rendez-vous en agence");

        // The list at the e-mail field: whoever never hesitates chooses the only passkey in it.
        screen.at("/connexion").shows("Prendre rendez-vous en agence");
        screen.button("Se déconnecter").click();
        assertThat(screen.link("Se connecter")).isVisible();

        screen.page()
                .addInitScript("PublicKeyCredential.isConditionalMediationAvailable = () => Promise.resolve(false)");
        screen.at("/connexion").shows("Se connecter");
        screen.button("Se connecter avec une clé d’accès").click();
        screen.shows("Prendre rendez-vous en agence");
        screen.at("/securite").shows("Sécurité du compte");
        assertThat(screen.text("Téléphone de Zoé")).isVisible();

        screen.button("Renommer la clé Téléphone de Zoé").click();
        screen.look();
        screen.dialog().getByLabel("Nom de la clé").fill("Vieux téléphone");
        screen.button("Enregistrer le nom").click();
        assertThat(screen.result("Le nom est changé")).isFocused();
        screen.button("Retirer la clé Vieux téléphone").click();
        assertThat(screen.dialog()).containsText("votre dernière protection en plus du mot de passe");
        screen.look();
        screen.button("Oui, la retirer").click();
        assertThat(screen.result("La clé d’accès est retirée")).isFocused();
        assertThat(screen.text("Vous n’avez pas encore de clé d’accès.")).isVisible();
    }
}
