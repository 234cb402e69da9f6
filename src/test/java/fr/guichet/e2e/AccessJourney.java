package fr.guichet.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A customer stands at the counter and wants to see his visits at home. */
class AccessJourney {

    private static final String PASSWORD = "quatre bateaux sous la neige";

    @RegisterExtension
    private final Browsers browsers = new Browsers();

    @Test
    void sophieGivesAccessAndTheCustomerChoosesThePassword() {
        var email = Bank.record("Célestin", "Nouveauvenu");
        var sophie = browsers.signedIn(Width.DESKTOP, Bank.SOPHIE)
                .at("/equipe/reserver")
                .shows("Réserver pour un client");
        sophie.field("Nom, e-mail ou téléphone").fill("celestin nouveauvenu");
        sophie.button(Pattern.compile("^Célestin Nouveauvenu")).click();
        sophie.shows("Réserver pour Célestin Nouveauvenu");
        sophie.link("Voir le dossier").click();
        sophie.shows("Célestin Nouveauvenu");
        sophie.button("Donner l’accès").click();
        assertThat(sophie.dialog()).containsText("Assurez-vous de son identité");
        sophie.look();
        sophie.button("Donner l’accès").last().click();
        assertThat(sophie.dialog()).containsText("Ce code ne sera plus affiché");
        sophie.look();
        var code = sophie.page().locator("[data-printed=alone] p").nth(1).innerText();
        sophie.button("J’ai noté le code").click();
        assertThat(sophie.text("Ce client a un accès en ligne.")).isVisible();

        var customer = browsers.visitor(Width.PHONE);
        var link = Bank.linkSentTo(email);
        customer.at(link.getPath() + "#" + link.getFragment()).shows("Choisir votre mot de passe");
        customer.field("Votre code").fill(code);
        customer.field("Nouveau mot de passe").fill(PASSWORD);
        customer.button("Enregistrer le mot de passe").click();
        assertThat(customer.result("Votre mot de passe est enregistré")).isFocused();
    }
}
