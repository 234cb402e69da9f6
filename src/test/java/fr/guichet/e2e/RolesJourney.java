package fr.guichet.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import fr.guichet.shared.Role;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Nobody is offered what the server refuses. */
class RolesJourney {

    private static final String NOT_ACCESSIBLE = "Cette page n’est pas accessible";
    private static final Pattern FREE = Pattern.compile("^Libre, ");

    @RegisterExtension
    private final Browsers browsers = new Browsers();

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "CUSTOMER")
    void everyEntryOfTheNavigationOpens(Role role) {
        var screen = browsers.signedIn(Width.DESKTOP, account(role)).at("/equipe");
        assertThat(title(screen)).isVisible();
        var entries = screen.page().getByRole(AriaRole.NAVIGATION).getByRole(AriaRole.LINK);
        for (var entry : entries.all()) {
            if ("page".equals(entry.getAttribute("aria-current"))) {
                continue;
            }
            entry.click();
            assertThat(entry).hasAttribute("aria-current", "page");
            // That of the new page has it.
            assertThat(title(screen)).isFocused();
            assertThat(screen.text(NOT_ACCESSIBLE)).hasCount(0);
        }
        screen.at("/equipe/securite").shows("Sécurité du compte");
        screen.link("Voir l’activité du compte").click();
        screen.shows("Activité du compte");
        assertThat(screen.refusals()).isEmpty();
    }

    @Test
    void anAdministratorSeesFreeTimeAndBooksNone() {
        var branch = Bank.branch("Bon Temps", "Vienne", "09:00-12:00", "Lise Essai");
        var screen = browsers.signedIn(Width.DESKTOP, Bank.ADMINISTRATOR)
                .at("/equipe/agence?agence=" + branch.value() + "&vue=liste")
                .shows("Bon Temps");
        assertThat(screen.text(FREE).first()).isVisible();
        assertThat(screen.button(FREE)).hasCount(0);
        screen.link("Lise Essai").click();
        screen.shows("Journée de Lise Essai");
        assertThat(screen.text(FREE).first()).isVisible();
        assertThat(screen.button(FREE)).hasCount(0);
        assertThat(screen.refusals()).isEmpty();
    }

    @Test
    void customerServiceBooksForWhoeverIsKnownAndRegistersNobody() {
        var branch = Bank.branch("Loin D’Ici", "Annonay", "09:00-12:00", "Luc Essai");
        Bank.customer("Gaspard", "Lointain", branch);
        var screen = browsers.signedIn(Width.DESKTOP, Bank.staff("Inès Essai", Role.OPERATOR))
                .at("/equipe/reserver?agence=" + branch.value())
                .shows("Réserver pour un client");
        assertThat(screen.button("Nouveau client")).hasCount(0);
        screen.field("Nom, e-mail ou téléphone").fill("personne de ce nom");
        assertThat(screen.text("Une fiche se crée à l’agence")).isVisible();
        screen.look();
        screen.field("Nom, e-mail ou téléphone").fill("gaspard lointain");
        screen.button(Pattern.compile("^Gaspard Lointain")).click();
        screen.link("Voir le dossier").click();
        screen.shows("Gaspard Lointain");
        assertThat(screen.heading("Accès en ligne")).hasCount(0);
        assertThat(screen.refusals()).isEmpty();
    }

    private static String account(Role role) {
        return switch (role) {
            case ADVISER -> Bank.SOPHIE;
            case MANAGER -> Bank.DAVID;
            default -> Bank.staff("Camille Essai", role);
        };
    }

    private static Locator title(Screen screen) {
        return screen.page().getByRole(AriaRole.HEADING, new GetByRoleOptions().setLevel(1));
    }
}
