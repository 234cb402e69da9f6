package fr.guichet.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext.ClearCookiesOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A session ends while a page is open: nothing that was typed is lost, and nobody else sees it. */
class SessionEndJourney {

    private static final Pattern NOW = Pattern.compile("\"now\"\\s*:\\s*\"([^\"]+)\"");
    private static final String TYPED = "06 12 34 56 78";

    @RegisterExtension
    private final Browsers browsers = new Browsers();

    @Test
    void theEndIsAnnouncedAndPutOff() {
        var screen = browsers.signedIn(Width.PHONE, Bank.customer("Léa", "Songeuse"));
        soonOver(screen.page());
        screen.at("/profil");
        assertThat(screen.dialog()).containsText("Vous êtes encore là");
        assertThat(screen.dialog()).containsText(Pattern.compile("dans \\d+.secondes"));
        screen.look();
        screen.button("Rester connecté").click();
        assertThat(screen.dialog()).hasCount(0);
        screen.shows("Mon profil");
    }

    @Test
    void whoeverIsBackFindsThePageAsItWas() {
        var mael = Bank.customer("Maël", "Retour");
        var screen = browsers.signedIn(Width.PHONE, mael).at("/profil").shows("Mon profil");
        screen.field("Téléphone").fill(TYPED);
        over(screen);
        screen.button("Enregistrer").click();
        assertThat(screen.dialog()).containsText("Votre session est terminée");
        assertThat(screen.text("Mon profil").first()).isHidden();
        assertThat(screen.text(mael.name())).isHidden();
        screen.look();
        screen.page().keyboard().press("Escape");
        screen.page().keyboard().press("Escape");
        assertThat(screen.dialog()).isVisible();

        screen.signIn(mael.email());
        assertThat(screen.result("Vos informations sont enregistrées.")).isVisible();
        assertThat(screen.dialog()).hasCount(0);
        assertThat(screen.field("Téléphone")).hasValue(TYPED);
        screen.at("/profil").shows("Mon profil");
        assertThat(screen.field("Téléphone")).hasValue(Pattern.compile("06.12.34.56.78"));
    }

    @Test
    void somebodyElseSeesAPageOfHisOwn() {
        var nora = Bank.customer("Nora", "Partie");
        var oscar = Bank.customer("Oscar", "Suivant");
        var screen = browsers.signedIn(Width.DESKTOP, nora).at("/profil").shows("Mon profil");
        over(screen);
        screen.button("Enregistrer").click();
        assertThat(screen.dialog()).isVisible();
        screen.signIn(oscar.email());
        screen.shows("Prendre rendez-vous en agence");
        screen.at("/profil").shows("Mon profil");
        assertThat(screen.text(oscar.name())).isVisible();
    }

    @Test
    void twoTabsGoTogether() {
        var rose = Bank.customer("Rose", "Double");
        var first = browsers.signedIn(Width.DESKTOP, rose).at("/profil").shows("Mon profil");
        var second = browsers.anotherTab(first).at("/profil").shows("Mon profil");
        second.field("Téléphone").fill(TYPED);
        over(first);
        second.button("Enregistrer").click();
        assertThat(second.dialog()).isVisible();
        first.button("Enregistrer").click();
        assertThat(first.dialog()).isVisible();

        first.signIn(rose.email());
        assertThat(first.dialog()).hasCount(0);
        assertThat(second.dialog()).hasCount(0);
        assertThat(second.field("Téléphone")).hasValue(TYPED);

        first.button("Se déconnecter").click();
        first.shows("Prendre rendez-vous en agence");
        second.shows("Prendre rendez-vous en agence");
    }

    private static void over(Screen screen) {
        screen.page().context().clearCookies(new ClearCookiesOptions().setName("GUICHET_SESSION"));
    }

    /** The server says that less than a minute is left. */
    private static void soonOver(Page page) {
        page.route("**/api/session", route -> {
            var answer = route.fetch();
            var text = answer.text();
            var now = NOW.matcher(text);
            if (!now.find()) {
                throw new IllegalStateException("No time in " + text);
            }
            var soon = OffsetDateTime.parse(now.group(1)).plus(Duration.ofSeconds(50));
            route.fulfill(new Route.FulfillOptions()
                    .setResponse(answer)
                    .setBody(text.replaceFirst("(\"idleEndsAt\"\\s*:\\s*\")[^\"]+", "$1" + soon)));
        });
    }
}
