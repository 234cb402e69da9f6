package fr.guichet.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two want the last slot of a day. One gets it; the other is told at once, and shown where there is room. */
class LastSlotJourney {

    private static final Pattern LAST = Pattern.compile("^Choisir mercredi 25 novembre à 9.h.00");

    @RegisterExtension
    private final Browsers browsers = new Browsers();

    @Test
    void theLoserIsShownTheNearestFreeSlots() {
        var branch = Bank.branch("Vienne Jardin", "Vienne", "09:00-09:15", "Paule Essai");
        var first = browsers.signedIn(Width.DESKTOP, Bank.customer("Ada", "Prompte", branch));
        var second = browsers.signedIn(Width.PHONE, Bank.customer("Igor", "Lent", branch));
        for (var screen : new Screen[] {first, second}) {
            screen.at("/agences/" + branch.value()).shows("Vienne Jardin");
            screen.link("Ma carte bancaire").click();
            assertThat(screen.button(LAST)).isVisible();
        }

        first.button(LAST).click();
        assertThat(first.button("Confirmer le rendez-vous")).isVisible();
        second.button(LAST).click();
        assertThat(second.result("Ce créneau vient d’être pris par quelqu’un d’autre"))
                .isFocused();
        second.look();

        first.button("Confirmer le rendez-vous").click();
        assertThat(first.heading("Votre rendez-vous est confirmé")).isVisible();

        second.button(Pattern.compile("^Choisir jeudi 26 novembre à 9.h.00")).click();
        second.button("Confirmer le rendez-vous").click();
        second.shows("Votre rendez-vous est confirmé");
        assertThat(second.text("Nous vous attendons jeudi 26 novembre à")).isVisible();
    }
}
