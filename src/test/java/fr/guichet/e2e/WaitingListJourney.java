package fr.guichet.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.time.LocalDateTime;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Somebody would rather come earlier; somebody else cancels. */
class WaitingListJourney {

    @RegisterExtension
    private final Browsers browsers = new Browsers();

    @Test
    void anEarlierSlotIsOfferedWhenOneFreesAndTaken() {
        var branch = Bank.branch("Givors Gare", "Givors", "09:00-09:15", "Paule Essai");
        var early = Bank.customer("Ève", "Tôt", branch);
        var late = Bank.customer("Léon", "Tard", branch);
        var freed = Bank.visit(early, branch, LocalDateTime.of(2026, 11, 25, 9, 0));
        var visit = Bank.visit(late, branch, LocalDateTime.of(2026, 11, 27, 9, 0));

        var waiting = browsers.signedIn(Width.PHONE, late)
                .at("/rendez-vous/" + visit.value())
                .shows("Votre rendez-vous");
        waiting.button("Demander un créneau plus tôt").click();
        waiting.look();
        waiting.option("Le matin").check();
        waiting.button("Faire la demande").click();
        assertThat(waiting.text("Vous êtes sur la liste d’attente")).isVisible();
        assertThat(waiting.dialog()).isHidden();
        waiting.look();

        var leaving = browsers.signedIn(Width.DESKTOP, early).at("/rendez-vous/" + freed.value());
        leaving.button("Annuler le rendez-vous").click();
        leaving.button("Oui, l’annuler").click();
        assertThat(leaving.text("Votre rendez-vous est annulé")).isVisible();

        assertThat(waiting.text("Un créneau plus tôt s’est libéré")).isVisible();
        assertThat(waiting.text(Pattern.compile("^Mercredi 25 novembre à 9.h.00")))
                .isVisible();
        waiting.look();
        waiting.button("Prendre ce créneau").click();
        assertThat(waiting.result("Votre rendez-vous est déplacé")).isFocused();
        assertThat(waiting.text(Pattern.compile("^Mercredi 25 novembre 2026"))).isAttached();
        waiting.look();
    }
}
