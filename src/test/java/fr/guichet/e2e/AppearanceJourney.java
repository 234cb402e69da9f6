package fr.guichet.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Dark, with more contrast, with larger letters: the contrast of each screen is axe's to judge. */
class AppearanceJourney {

    @RegisterExtension
    private final Browsers browsers = new Browsers();

    @Test
    void customersMayHaveItDark() {
        var screen = dark(browsers.signedIn(Width.PHONE, Bank.customer("Luna", "Sombre")));
        screen.at("/").shows("Prendre rendez-vous en agence");
        screen.link("Prendre rendez-vous ici").click();
        screen.shows(Bank.HOME);
        screen.link("Ma carte bancaire").click();
        screen.shows("Choisissez un créneau");
        screen.button("Choisir ce créneau").click();
        assertThat(screen.button("Confirmer le rendez-vous")).isVisible();
        screen.look();
    }

    @Test
    void staffMayHaveItDark() {
        var screen = dark(browsers.signedIn(Width.DESKTOP, Bank.SOPHIE));
        screen.at("/equipe/journee").shows("Ma journée");
        screen.at("/equipe/semaine").shows("Ma semaine");
        screen.at("/equipe/agence").shows(Bank.HOME);
    }

    @Test
    void moreContrastAndLargerLettersAreAChoice() {
        var screen = browsers.signedIn(Width.PHONE, Bank.customer("Aimé", "Clair"))
                .at("/profil")
                .shows("Mon profil");
        screen.field("Contraste renforcé").check();
        screen.field("Mode confort").check();
        screen.look();
        screen.option("Sombres").check();
        screen.look();
        screen.at("/").shows("Prendre rendez-vous en agence");
        assertThat(screen.button("Texte normal")).isVisible();
    }

    private static Screen dark(Screen screen) {
        screen.page().emulateMedia(new EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        return screen;
    }
}
