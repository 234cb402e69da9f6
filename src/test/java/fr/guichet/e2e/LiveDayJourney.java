package fr.guichet.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.options.SelectOption;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Sophie's day changes as it happens, whichever instance she and the customer are on. */
class LiveDayJourney {

    @RegisterExtension
    private final Browsers browsers = new Browsers();

    @Test
    void sophieSeesABookingAndItsCancellationWithoutAReload() {
        var sophie = browsers.signedIn(Width.DESKTOP, Bank.SOPHIE, Bank.otherAddress())
                .at("/equipe/journee?jour=2026-11-25")
                .shows("Ma journée");
        sophie.page().evaluate("window.sameAsBefore = true");
        var karim = browsers.signedIn(Width.PHONE, Bank.customer("Karim", "Vivant"));
        var visit = sophie.button(Pattern.compile("Karim Vivant, Ouvrir un compte"));

        karim.at("/").link("Prendre rendez-vous ici").click();
        karim.link("Ouvrir un compte").click();
        karim.field("Conseiller").selectOption(new SelectOption().setLabel("Sophie Bernard"));
        karim.button(Pattern.compile("^Choisir mercredi 25 novembre")).first().click();
        assertThat(karim.text("avec Sophie Bernard")).isVisible();
        karim.button("Confirmer le rendez-vous").click();
        karim.link("Voir ce rendez-vous").click();

        assertThat(visit).isVisible();
        assertThat(sophie.text(Pattern.compile("^Nouveau rendez-vous à .*Karim Vivant, Ouvrir un compte"))
                        .first())
                .isVisible();
        sophie.look();

        karim.button("Annuler le rendez-vous").click();
        karim.button("Oui, l’annuler").click();
        assertThat(visit.filter(new FilterOptions().setHasText("Annulé"))).isVisible();
        assertThat(sophie.page().evaluate("window.sameAsBefore")).isEqualTo(true);
    }
}
