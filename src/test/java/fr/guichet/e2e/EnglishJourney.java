package fr.guichet.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Everything in English, for those who ask. */
class EnglishJourney {

    @RegisterExtension
    private final Browsers browsers = new Browsers();

    @Test
    void aVisitorReadsEnglishAllTheWay() {
        var screen = browsers.visitor(Width.DESKTOP).at("/").shows("Prendre rendez-vous en agence");
        screen.button("English").click();
        screen.shows("Book a visit to your branch");
        assertThat(screen.page().locator("html")).hasAttribute("lang", "en");
        screen.link(Bank.HOME).click();
        screen.shows(Bank.HOME);
        screen.link("Open an account").click();
        screen.shows("Choose a time");
        screen.button(Pattern.compile("Thursday 26 November")).first().click();
        screen.look();
        screen.at("/?q=Zanzibar");
        assertThat(screen.page().locator("html")).hasAttribute("lang", "en");
    }

    @Test
    void staffReadEnglish() {
        var branch = Bank.branch("Londres Saint-Jean", "Bron", "09:00-12:00", "Paule Essai");
        var screen = browsers.signedIn(Width.DESKTOP, Bank.manager(branch))
                .at("/equipe")
                .shows("Londres Saint-Jean");
        screen.button(Pattern.compile("^Mon compte")).click();
        screen.menuItem("English").click();
        assertThat(screen.link("Team")).isVisible();
        assertThat(screen.text(Pattern.compile("^Tuesday 24 November"))).isVisible();
        screen.look();
        screen.at("/equipe/absences").shows("Absences");
        assertThat(screen.heading("Coming")).isVisible();
    }
}
