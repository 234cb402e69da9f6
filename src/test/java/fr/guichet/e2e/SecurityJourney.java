package fr.guichet.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import fr.guichet.testing.SentMessages;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Changing how one signs in. */
class SecurityJourney {

    private static final String NEW_PASSWORD = "armoire balcon fougère tiroir";

    @RegisterExtension
    private final Browsers browsers = new Browsers();

    @Test
    void anAppTakesThePlaceOfCodesByMessage() {
        var agathe = Bank.customer("Agathe", "Appli");
        var screen = browsers.signedIn(Width.PHONE, agathe).at("/securite").shows("Sécurité du compte");
        screen.button("Ajouter une application").click();
        screen.page().getByText("Je ne peux pas lire le carré").click();
        assertThat(screen.page().locator("svg[role=img]")).isVisible();
        screen.look();
        var secret = screen.page().locator("details code").innerText();
        screen.field("Votre code").fill(Bank.appCode(secret, 0));
        screen.button("Utiliser cette application").click();
        assertThat(screen.result("Votre application est prête")).isFocused();
        screen.button("Se déconnecter").click();
        screen.shows("Prendre rendez-vous en agence");

        screen.at("/connexion").shows("Se connecter");
        screen.field("Adresse e-mail").fill(agathe.email());
        screen.field("Mot de passe").fill(Bank.PASSWORD);
        screen.button("Continuer").click();
        // A code counts once; that of the next half minute is taken as well.
        screen.field("Votre code").fill(Bank.appCode(secret, 1));
        screen.button("Se connecter").click();
        screen.shows("Prendre rendez-vous en agence");

        screen.at("/securite").shows("Sécurité du compte");
        screen.button("Retirer l’application").click();
        screen.look();
        screen.button("Oui, la retirer").click();
        assertThat(screen.result("L’application est retirée")).isFocused();
    }

    @Test
    void anActAsksWhoIsThereAndThenGoesOn() {
        var bruno = Bank.customer("Bruno", "Prudent");
        var screen = browsers.signedIn(Width.DESKTOP, bruno).at("/securite").shows("Sécurité du compte");
        askOnce(screen.page(), "**/api/security/password");
        screen.button("Changer de mot de passe").click();
        screen.look();
        screen.field("Mot de passe actuel").fill(Bank.PASSWORD);
        screen.field("Nouveau mot de passe").fill("court");
        screen.button("Enregistrer le mot de passe").click();
        assertThat(screen.text("Choisissez au moins 12 caractères.").last()).isVisible();

        screen.field("Nouveau mot de passe").fill(NEW_PASSWORD);
        screen.button("Enregistrer le mot de passe").click();
        assertThat(screen.dialog()).containsText("Confirmez que c’est bien vous");
        assertThat(screen.dialog()).containsText("que nous venons de vous envoyer par e-mail");
        screen.look();
        screen.field("Votre code").fill(SentMessages.takeCode(bruno.email()).orElseThrow());
        screen.button("Confirmer").click();
        assertThat(screen.result("Votre mot de passe est changé")).isFocused();
    }

    @Test
    void anActThatIsNotConfirmedIsNotDoneAndNothingIsLost() {
        var celine = Bank.customer("Céline", "Hésitante");
        var screen = browsers.signedIn(Width.PHONE, celine).at("/securite").shows("Sécurité du compte");
        askOnce(screen.page(), "**/api/security/password");
        screen.button("Changer de mot de passe").click();
        screen.field("Mot de passe actuel").fill(Bank.PASSWORD);
        screen.field("Nouveau mot de passe").fill(NEW_PASSWORD);
        screen.button("Enregistrer le mot de passe").click();
        assertThat(screen.dialog()).isVisible();
        screen.dialog().getByText("Annuler").click();
        assertThat(screen.result("Confirmez que c’est bien vous")).isFocused();
        assertThat(screen.field("Nouveau mot de passe")).hasValue(NEW_PASSWORD);
        screen.look();
    }

    @Test
    void otherDevicesAreSeenAndSignedOut() {
        var denis = Bank.customer("Denis", "Partout");
        var telephone = browsers.signedIn(Width.PHONE, denis).at("/profil").shows("Mon profil");
        var screen = browsers.signedIn(Width.DESKTOP, denis).at("/securite").shows("Sécurité du compte");
        assertThat(screen.text("(Cet appareil)")).hasCount(1);
        screen.button("Déconnecter tous les autres").click();
        screen.look();
        screen.button("Oui, les déconnecter").click();
        assertThat(screen.result("Tous les autres appareils sont déconnectés")).isFocused();

        telephone.button("Enregistrer").click();
        assertThat(telephone.dialog()).containsText("Votre session est terminée");
        screen.link("Voir l’activité du compte").click();
        screen.shows("Activité du compte");
    }

    @Test
    void whoForgotHisPasswordFindsTheWayBack() {
        var emile = Bank.customer("Émile", "Oubli");
        var screen = browsers.signedIn(Width.PHONE, emile).at("/securite").shows("Sécurité du compte");
        screen.button("Préparer une feuille").click();
        var code = screen.page().locator("[data-printed=alone] ol li").first().innerText();
        screen.button("Je l’ai rangée en lieu sûr").click();
        screen.button("Se déconnecter").click();
        screen.shows("Prendre rendez-vous en agence");

        screen.at("/connexion").link("Mot de passe oublié\u202f?").click();
        screen.shows("Mot de passe oublié");
        screen.field("Adresse e-mail").fill(emile.email());
        screen.button("Recevoir le lien").click();
        assertThat(screen.result("Regardez vos e-mails")).isFocused();
        screen.look();

        var link = Bank.linkSentTo(emile.email());
        screen.at(link.getPath() + "#" + link.getFragment()).shows("Choisir votre mot de passe");
        assertThat(screen.page()).hasURL(Bank.address() + "/acces");
        screen.field("Votre code").fill(code);
        screen.field("Nouveau mot de passe").fill("motdepasse123");
        screen.button("Enregistrer le mot de passe").click();
        assertThat(screen.text("Ce mot de passe est trop connu")).isVisible();
        screen.look();
        screen.field("Nouveau mot de passe").fill(NEW_PASSWORD);
        screen.button("Enregistrer le mot de passe").click();
        assertThat(screen.result("Votre mot de passe est enregistré")).isFocused();
        screen.at("/acces").shows("Choisir votre mot de passe");
        assertThat(screen.text("Il manque le lien de votre e-mail")).isVisible();
    }

    @Test
    void theKeyboardIsEnough() {
        var solange = Bank.customer("Solange", "Clavier");
        var screen = browsers.signedIn(Width.DESKTOP, solange).at("/securite").shows("Sécurité du compte");
        var keyboard = new Keyboard(screen);
        keyboard.reach(screen.button("Changer de mot de passe")).press("Enter");
        assertThat(screen.field("Mot de passe actuel")).isFocused();
        keyboard.type(Bank.PASSWORD)
                .reach(screen.field("Nouveau mot de passe"))
                .type(NEW_PASSWORD)
                .press("Enter");
        assertThat(screen.result("Votre mot de passe est changé")).isFocused();

        keyboard.reach(screen.button("Recevoir les codes par SMS")).press("Enter");
        assertThat(screen.heading("Codes par message")).isFocused();
        screen.look();
        keyboard.reach(screen.button("Annuler")).press("Enter");
        assertThat(screen.button("Recevoir les codes par SMS")).isFocused();

        keyboard.reach(screen.button("Préparer une feuille")).press("Enter");
        assertThat(screen.result("Ces codes ne sont montrés qu’une fois")).isFocused();
        keyboard.reach(screen.button("Je l’ai rangée en lieu sûr")).press("Space");
        assertThat(screen.result("Votre feuille est prête")).isFocused();
        keyboard.reach(screen.button("Préparer une nouvelle feuille")).press("Enter");
        assertThat(screen.dialog()).isVisible();
        keyboard.press("Escape");
        assertThat(screen.button("Préparer une nouvelle feuille")).isFocused();
    }

    /** Answers the next request as if the last proof were too long ago. */
    private static void askOnce(Page page, String address) {
        var asked = new AtomicBoolean();
        page.route(address, route -> {
            if (asked.getAndSet(true)) {
                route.resume();
            } else {
                route.fulfill(new Route.FulfillOptions()
                        .setStatus(403)
                        .setContentType("application/problem+json")
                        .setBody("""
                                {"type": "/problems/confirmation-required", "title": "Confirmez que c’est bien vous",
                                 "detail": "Puis recommencez.", "status": 403}
                                """));
            }
        });
    }
}
