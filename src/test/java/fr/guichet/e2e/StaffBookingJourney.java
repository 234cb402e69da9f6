package fr.guichet.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Somebody calls the branch, or stands at the counter. */
class StaffBookingJourney {

    @RegisterExtension
    private final Browsers browsers = new Browsers();

    @Test
    void sophieBooksForACustomerWhoIsKnown() {
        var rose = Bank.customer("Rose", "Téléphone");
        var sophie = book();
        sophie.field("Nom, e-mail ou téléphone").fill("rose telephone");
        sophie.button(Pattern.compile("^Rose Téléphone")).click();
        sophie.shows("Réserver pour Rose Téléphone");
        assertThat(sophie.heading("Motif")).isFocused();

        chooseAndConfirm(sophie, "Rose Téléphone");
        sophie.look();
        assertThat(sophie.text(Pattern.compile("^Rose Téléphone vient le jeudi 26 novembre à")))
                .isVisible();

        var customer = browsers.signedIn(Width.PHONE, rose).at("/rendez-vous").shows("Mes rendez-vous");
        assertThat(customer.link(Pattern.compile("^Jeudi 26 novembre 2026, .*Assurance habitation ou auto")))
                .isVisible();
    }

    @Test
    void sophieBooksForSomebodyNew() {
        var sophie = book();
        sophie.field("Nom, e-mail ou téléphone").fill("Inconnu");
        assertThat(sophie.text("Aucun client trouvé pour « Inconnu »")).isVisible();
        sophie.look();
        sophie.button("Nouveau client").click();
        assertThat(sophie.field("Prénom")).isVisible();
        sophie.look();
        sophie.button("Créer la fiche").click();
        assertThat(sophie.text("Indiquez le prénom.")).isVisible();
        sophie.look();
        sophie.field("Prénom").fill("Basile");
        sophie.field("Nom").fill("Inconnu");
        sophie.field("Téléphone").fill("01 99 00 12 34");
        sophie.button("Créer la fiche").click();
        sophie.shows("Réserver pour Basile Inconnu");

        chooseAndConfirm(sophie, "Basile Inconnu");
        assertThat(sophie.text("Ce client n’a pas d’e-mail")).isVisible();
    }

    private Screen book() {
        var sophie = browsers.signedIn(Width.DESKTOP, Bank.SOPHIE).at("/equipe").shows("Ma journée");
        sophie.link("Réserver").click();
        return sophie.shows("Réserver pour un client");
    }

    private static void chooseAndConfirm(Screen sophie, String customer) {
        sophie.button(Pattern.compile("^Assurance habitation ou auto")).click();
        sophie.button(Pattern.compile("^jeudi 26 novembre, ")).click();
        assertThat(sophie.heading("Jeudi 26 novembre")).isFocused();
        sophie.look();
        sophie.button(Pattern.compile("^Choisir jeudi 26 novembre à ")).first().click();
        assertThat(sophie.button("Réserver pour " + customer)).isVisible();
        sophie.look();
        sophie.button("Réserver pour " + customer).click();
        assertThat(sophie.heading("Le rendez-vous est pris")).isVisible();
    }
}
