package fr.guichet.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext.ClearCookiesOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route.FulfillOptions;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The bank's own sign-on as people see it here; what the provider does is played, and tested with a real one elsewhere. */
class SignOnJourney {

    private static final String GO = "Utiliser la connexion de la banque";
    private static final String PROVIDER_NAME = "M. Fernand Relié";

    @RegisterExtension
    private final Browsers browsers = new Browsers();

    @ParameterizedTest
    @EnumSource(names = {"NARROW", "DESKTOP"})
    void itIsLeftForAndWhatCameOfItIsSaid(Width width) {
        var screen = browsers.visitor(width);
        offered(screen.page());
        var sent = provider(screen.page(), "/connexion?raison=sign-on-refused&suite=/rendez-vous");
        screen.at("/rendez-vous").shows("Se connecter");
        screen.button(GO).click();
        assertThat(screen.result("La connexion de la banque n’a pas abouti")).isFocused();
        screen.look();
        assertThat(sent.get()).contains("\"next\":\"/rendez-vous\"");
        screen.at("/connexion?raison=signed-out").shows("Se connecter");
        assertThat(screen.result("Vous êtes déconnecté")).isFocused();
    }

    @Test
    void itsOwnerSaysWhichAccountIsHis() {
        var fernand = Bank.customer("Fernand", "Relié");
        var screen = browsers.visitor(Width.PHONE);
        var toLink = offered(screen.page());
        toLink.set(PROVIDER_NAME);
        screen.page().route("**/api/security/sign-on", route -> {
            toLink.set("");
            route.fulfill(new FulfillOptions().setStatus(204));
        });
        screen.at("/connexion?raison=sign-on-link&suite=/profil").shows("Se connecter");
        assertThat(screen.text(PROVIDER_NAME)).isVisible();
        screen.signIn(fernand.email());
        screen.shows("Relier la connexion de la banque\u202f?");
        assertThat(screen.text(PROVIDER_NAME)).isVisible();
        screen.page().reload();
        new Keyboard(screen).reach(screen.button("Oui, les relier")).press("Enter");
        screen.shows("Protégez votre compte");
        screen.button("Plus tard").click();
        screen.shows("Mon profil");
    }

    @Test
    void whoIsSignedInHearsWhatCameOfItToo() {
        var gilda = Bank.customer("Gilda", "Refusée");
        var screen = browsers.signedIn(Width.PHONE, gilda);
        offered(screen.page());
        provider(screen.page(), "/connexion?raison=sign-on-conflict&suite=/securite");
        screen.at("/securite").shows("Sécurité du compte");
        screen.button("Relier la connexion de la banque").click();
        screen.shows("La connexion de la banque");
        assertThat(screen.result("déjà reliée à un autre compte")).isVisible();
        screen.button("Continuer").click();
        screen.shows("Sécurité du compte");
    }

    @Test
    void aPageWaitsWhileItsReaderSignsOnInAnotherTab() {
        var hugo = Bank.customer("Hugo", "Patient");
        var screen = browsers.signedIn(Width.DESKTOP, hugo);
        offered(screen.page());
        provider(screen.page(), "/connexion?suite=/retour");
        screen.at("/profil").shows("Mon profil");
        screen.field("Téléphone").fill("06 12 34 56 78");
        screen.page().context().clearCookies(new ClearCookiesOptions().setName("GUICHET_SESSION"));
        screen.button("Enregistrer").click();
        assertThat(screen.dialog()).containsText("Votre session est terminée");
        screen.look();

        var tab = screen.page().context().waitForPage(() -> screen.button(GO).click());
        var there = new Screen(tab, screen.width());
        there.signIn(hugo.email());
        there.shows("Protégez votre compte");
        there.button("Plus tard").click();
        there.shows("C’est fait");
        assertThat(screen.dialog()).hasCount(0);
        assertThat(screen.result("Vos informations sont enregistrées.")).isVisible();
    }

    /**
     * The server says that there is a sign-on.
     *
     * @return who waits to be linked; empty for nobody
     */
    private static AtomicReference<String> offered(Page page) {
        var toLink = new AtomicReference<>("");
        for (var address : List.of("**/api/session", "**/api/session/code")) {
            page.route(address, route -> {
                var answer = route.fetch();
                var waiting = toLink.get().isEmpty() ? "" : ", \"signOnToLink\": \"" + toLink.get() + "\"";
                route.fulfill(new FulfillOptions()
                        .setResponse(answer)
                        .setBody(answer.text().replaceFirst("\"signOn\"\\s*:\\s*false", "\"signOn\": true" + waiting)));
            });
        }
        return toLink;
    }

    /** The way to the provider leads straight back. Holds what was asked for. */
    private static AtomicReference<String> provider(Page page, String back) {
        var sent = new AtomicReference<>("");
        page.route("**/api/session/sign-on", route -> {
            sent.set(String.valueOf(route.request().postData()));
            route.fulfill(new FulfillOptions()
                    .setContentType("application/json")
                    .setBody("{\"continueAt\": \"" + Bank.address() + back + "\"}"));
        });
        return sent;
    }
}
