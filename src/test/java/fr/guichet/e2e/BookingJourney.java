package fr.guichet.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the product is there for: a visit is booked, found again, moved and cancelled. */
class BookingJourney {

    @RegisterExtension
    private final Browsers browsers = new Browsers();

    @ParameterizedTest
    @EnumSource(names = {"PHONE", "DESKTOP"})
    void aCustomerBooksMovesAndCancelsAVisit(Width width) {
        var nadia = Bank.customer("Nadia", "Quint");
        var screen = browsers.visitor(width).at("/").shows("Prendre rendez-vous en agence");

        screen.field("Ville ou code postal").fill("lyon");
        assertThat(screen.heading("Agences pour « lyon »")).isVisible();
        screen.link(Bank.HOME).click();
        screen.shows(Bank.HOME);
        screen.link("Ouvrir un compte").click();
        screen.shows("Choisissez un créneau");
        screen.button(Pattern.compile("^jeudi 26 novembre, ")).click();
        assertThat(screen.heading("Jeudi 26 novembre")).isFocused();
        screen.button(Pattern.compile("^Choisir jeudi 26 novembre à ")).first().click();
        screen.shows("Confirmez votre rendez-vous");

        screen.signIn(nadia.email());
        assertThat(screen.text("Créneau gardé pour vous encore 10 min")).isVisible();
        screen.look();
        screen.button("Confirmer le rendez-vous").click();
        screen.shows("Votre rendez-vous est confirmé");
        assertThat(screen.heading("Votre rendez-vous est confirmé")).isFocused();

        screen.link("Voir mes rendez-vous").click();
        screen.shows("Mes rendez-vous");
        screen.link(Pattern.compile("^Jeudi 26 novembre 2026, ")).click();
        screen.shows("Votre rendez-vous");
        screen.link("Déplacer").click();
        screen.shows("Déplacer votre rendez-vous");
        screen.button(Pattern.compile("^vendredi 27 novembre, ")).click();
        screen.button(Pattern.compile("^Choisir vendredi 27 novembre à 10.h.15"))
                .click();
        assertThat(screen.dialog()).containsText("vendredi 27 novembre");
        screen.look();
        screen.button("Déplacer le rendez-vous").click();
        assertThat(screen.text("Votre rendez-vous est déplacé")).isVisible();
        screen.look();

        screen.button("Annuler le rendez-vous").click();
        screen.look();
        screen.button("Oui, l’annuler").click();
        assertThat(screen.text("Votre rendez-vous est annulé")).isVisible();
        screen.link("Mes rendez-vous").first().click();
        screen.shows("Mes rendez-vous");
        assertThat(screen.text("Vous n’avez pas de rendez-vous à venir.")).isVisible();
    }
}
