package fr.guichet.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Signing in, with a wrong password first, and signing out. */
class SessionJourney {

    @RegisterExtension
    private final Browsers browsers = new Browsers();

    @Test
    void aCustomerSignsInWhereHeWasGoingAndOut() {
        var paul = Bank.customer("Paul", "Passant");
        var screen = browsers.visitor(Width.PHONE).at("/rendez-vous").shows("Se connecter");
        screen.button("Continuer").click();
        assertThat(screen.text("Saisissez votre mot de passe.")).isVisible();
        screen.look();

        screen.field("Adresse e-mail").fill(paul.email());
        screen.field("Mot de passe").fill("le-guichet-est-fermé");
        screen.button("Continuer").click();
        screen.field("Votre code").fill("123456");
        screen.look();
        screen.button("Se connecter").click();
        assertThat(screen.result("Connexion impossible")).isFocused();
        screen.look();

        screen.button("Revenir").click();
        screen.signIn(paul.email());
        screen.shows("Protégez votre compte");
        screen.button("Plus tard").click();
        screen.shows("Mes rendez-vous");
        screen.button("Se déconnecter").click();
        screen.shows("Prendre rendez-vous en agence");
        assertThat(screen.link("Se connecter")).isVisible();
        screen.at("/rendez-vous").shows("Se connecter");
    }

    @Test
    void staffSignOutFromTheirMenu() {
        var screen = browsers.signedIn(Width.DESKTOP, Bank.DAVID).at("/equipe").shows(Bank.HOME);
        screen.button(Pattern.compile("^Mon compte")).click();
        screen.look();
        screen.menuItem("Se déconnecter").click();
        screen.shows("Prendre rendez-vous en agence");
        screen.at("/equipe").shows("Se connecter");
    }
}
