package fr.guichet.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Impatient fingers, mistyped towns and tunnels. */
class HurriedJourney {

    @RegisterExtension
    private final Browsers browsers = new Browsers();

    @Test
    void aDoubleClickBooksOnce() {
        var screen = browsers.signedIn(Width.PHONE, Bank.customer("Rémi", "Double"));
        screen.at("/").link("Prendre rendez-vous ici").click();
        screen.link("Mon compte au quotidien").click();
        screen.button(Pattern.compile("^lundi 30 novembre, ")).click();
        screen.button(Pattern.compile("^Choisir lundi 30 novembre à ")).first().click();
        screen.button("Confirmer le rendez-vous").dblclick();
        assertThat(screen.heading("Votre rendez-vous est confirmé")).isVisible();

        screen.at("/rendez-vous").shows("Mes rendez-vous");
        assertThat(screen.link(Pattern.compile("^Lundi 30 novembre 2026"))).hasCount(1);
    }

    @Test
    void aTownWithoutABranchSaysWhatToDo() {
        var screen = browsers.visitor(Width.PHONE).at("/").shows("Prendre rendez-vous en agence");
        screen.field("Ville ou code postal").fill("Zanzibar");
        assertThat(screen.text("Aucune agence trouvée pour « Zanzibar »")).isVisible();
        screen.look();
        screen.button("Voir toutes les agences").click();
        assertThat(screen.link("Annecy Le Lac")).isVisible();
    }

    @Test
    void withoutANetworkTheScreenSaysSoAndRecovers() {
        var screen = browsers.visitor(Width.PHONE).at("/").shows("Prendre rendez-vous en agence");
        screen.page().context().setOffline(true);
        assertThat(screen.text("Vous êtes hors connexion").first()).isVisible();
        screen.look();
        screen.field("Ville ou code postal").fill("nantes");
        screen.page().context().setOffline(false);
        assertThat(screen.link("Nantes Graslin")).isVisible();
        assertThat(screen.text("Vous êtes hors connexion")).hasCount(0);
    }
}
