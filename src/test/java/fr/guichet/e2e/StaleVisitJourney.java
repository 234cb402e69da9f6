package fr.guichet.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDateTime;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A page that was left open while the visit changed, and that the news did not reach. */
class StaleVisitJourney {

    @RegisterExtension
    private final Browsers browsers = new Browsers();

    @Test
    void aCustomerSeesWhatChangedBeforeAnythingIsCancelled() {
        var branch = Bank.branch("Rive Ancienne", "Rives", "09:00-12:00", "Paule Essai");
        var zoe = Bank.customer("Zoé", "Distraite", branch);
        var visit = Bank.visit(zoe, branch, LocalDateTime.of(2026, 11, 26, 9, 0));
        var old = withoutNews(browsers.signedIn(Width.PHONE, zoe))
                .at("/rendez-vous/" + visit.value())
                .shows("Votre rendez-vous");

        var other = browsers.signedIn(Width.DESKTOP, zoe).at("/rendez-vous/" + visit.value() + "/deplacer");
        other.button(Pattern.compile("^jeudi 26 novembre, ")).click();
        other.button(Pattern.compile("^Choisir jeudi 26 novembre à 11.h.00")).click();
        other.button("Déplacer le rendez-vous").click();
        assertThat(other.text("Votre rendez-vous est déplacé")).isVisible();

        old.button("Annuler le rendez-vous").click();
        old.button("Oui, l’annuler").click();
        assertThat(old.result("Votre rendez-vous a changé")).isFocused();
        assertThat(old.dialog()).containsText(Pattern.compile("Avant.: jeudi 26 novembre à 9.h.00"));
        assertThat(old.dialog()).containsText(Pattern.compile("Maintenant.: jeudi 26 novembre à 11.h.00"));
        old.look();
        old.button("L’annuler quand même").click();
        assertThat(old.text("Votre rendez-vous est annulé")).isVisible();
    }

    @Test
    void staffSeeWhatChangedBeforeAnythingIsNoted() {
        var branch = Bank.branch("Rive Neuve", "Rives", "09:00-12:00", "Paule Essai");
        var hugo = Bank.customer("Hugo", "Pressé", branch);
        Bank.visit(hugo, branch, LocalDateTime.of(2026, 11, 24, 10, 0));
        var arrival = Pattern.compile("^Noter l’arrivée.: Hugo Pressé");
        var old = withoutNews(browsers.signedIn(Width.DESKTOP, Bank.manager(branch)))
                .at("/equipe/agence?vue=liste")
                .shows("Rive Neuve");
        assertThat(old.button(arrival)).isVisible();

        var colleague = browsers.signedIn(Width.DESKTOP, Bank.manager(branch)).at("/equipe/agence?vue=liste");
        colleague.button(arrival).click();
        assertThat(colleague.button(Pattern.compile("^Commencer.: Hugo Pressé")))
                .isVisible();

        old.button(arrival).click();
        assertThat(old.dialog()).containsText("Ce rendez-vous a changé entre-temps");
        assertThat(old.dialog().getByRole(AriaRole.ROW, new Locator.GetByRoleOptions().setName("État")))
                .hasText(Pattern.compile("Prévu.*Sur place"));
        old.look();
        old.button("J’ai compris").click();
        assertThat(old.button(Pattern.compile("^Commencer.: Hugo Pressé"))).isVisible();
    }

    private static Screen withoutNews(Screen screen) {
        screen.page().route(Pattern.compile("/api/live"), Route::abort);
        return screen;
    }
}
