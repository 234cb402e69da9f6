package fr.guichet.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import fr.guichet.shared.Role;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The administration of staff: what touches an administrator takes two of them, and an auditor can read who it was. */
class FourEyesJourney {

    @RegisterExtension
    private final Browsers browsers = new Browsers();

    @Test
    void anAdministratorAsksAnotherApprovesAndAnAuditorReadsIt() {
        var second = browsers.signedIn(Width.PHONE, Bank.staff("Solène Second", Role.ADMINISTRATOR));
        var first = browsers.signedIn(Width.DESKTOP, Bank.ADMINISTRATOR).at("/equipe");
        first.link("Administration").click();
        first.shows("Administration");
        first.button("Inviter une personne").click();
        first.look();
        first.field("Nom affiché").fill("Denis Troisième");
        first.field("Adresse e-mail").fill("denis.troisieme@example.org");
        first.dialog().getByLabel("Administration").check();
        first.look();
        first.button("Envoyer l’invitation").click();
        assertThat(first.result("Votre demande attend un autre administrateur")).isFocused();
        assertThat(first.button(Pattern.compile("^Retirer ma demande"))).isVisible();
        assertThat(first.button(Pattern.compile("^Approuver"))).hasCount(0);
        first.look();

        second.at("/equipe/administration").shows("Administration");
        assertThat(second.text(Pattern.compile("Inviter Denis Troisième .*administration")))
                .isVisible();
        second.button(Pattern.compile("^Approuver.*Denis Troisième")).click();
        assertThat(second.dialog()).containsText("Code à remettre à Denis Troisième");
        second.look();
        second.button("J’ai noté le code").click();
        assertThat(second.text("C’est approuvé, et fait.")).isVisible();
        assertThat(second.dialog()).hasCount(0);

        var auditor = browsers.signedIn(Width.DESKTOP, Bank.staff("Aude Contrôle", Role.AUDITOR))
                .at("/equipe");
        auditor.shows("Journal d’audit");
        auditor.page()
                .getByLabel("Action", new Page.GetByLabelOptions().setExact(true))
                .selectOption("identity.proposal-approved");
        var row = auditor.page().locator("tbody tr").first();
        assertThat(row).containsText("Solène Second");
        row.getByText("Détails").click();
        assertThat(auditor.dialog()).containsText("INVITE");
        auditor.look();
    }

    @Test
    void aColleagueIsSuspendedAndLetInAgain() {
        var email = Bank.staff("Quitterie Absente", Role.QUALITY);
        var colleague = browsers.signedIn(Width.DESKTOP, email).at("/equipe").shows("Bienvenue");
        var admin = browsers.signedIn(Width.DESKTOP, Bank.ADMINISTRATOR)
                .at("/equipe/administration")
                .shows("Administration");
        admin.field("Nom ou adresse e-mail").fill("quitterie");
        assertThat(rows(admin)).hasCount(1);
        act(admin, "Suspendre l’accès");
        admin.look();
        admin.option("Longue absence").check();
        admin.dialog().getByText("Suspendre l’accès", exactly()).last().click();
        assertThat(admin.result("L’accès de Quitterie Absente est suspendu.")).isFocused();
        assertThat(rows(admin)).containsText(new String[] {"Suspendu"});
        colleague.at("/equipe").shows("Se connecter");

        act(admin, "Rétablir l’accès");
        admin.dialog().getByText("Rétablir l’accès", exactly()).last().click();
        assertThat(admin.result("L’accès de Quitterie Absente est rétabli.")).isFocused();
        colleague.signIn(email).shows("Protégez votre compte");
        colleague.button("Plus tard").click();
        colleague.shows("Bienvenue");
    }

    @Test
    void theKeyboardIsEnough() {
        var admin = browsers.signedIn(Width.DESKTOP, Bank.ADMINISTRATOR)
                .at("/equipe/administration")
                .shows("Administration");
        var keyboard = new Keyboard(admin);
        keyboard.reach(admin.button("Inviter une personne")).press("Enter");
        assertThat(admin.heading("Inviter une personne")).isFocused();
        keyboard.reach(admin.field("Nom affiché"))
                .type("Fanny Clavier")
                .reach(admin.field("Adresse e-mail"))
                .type("fanny.clavier@example.org")
                .reach(admin.dialog().getByLabel("Qualité"))
                .press("Space")
                .reach(admin.button("Envoyer l’invitation"))
                .press("Enter");
        assertThat(admin.heading("Code à remettre à Fanny Clavier")).isFocused();
        keyboard.reach(admin.button("J’ai noté le code")).press("Enter");
        assertThat(admin.dialog()).hasCount(0);

        keyboard.reach(admin.button(Pattern.compile("^Modifier l’accès de Fanny Clavier")))
                .press("Enter");
        assertThat(admin.menuItem("Changer les rôles")).isFocused();
        keyboard.press("ArrowDown").press("ArrowDown").press("Enter");
        assertThat(admin.dialog()).containsText("Suspendre l’accès de Fanny Clavier");
        keyboard.reach(admin.button("Suspendre l’accès")).press("Enter");
        assertThat(admin.result("L’accès de Fanny Clavier est suspendu.")).isFocused();
    }

    private static Locator rows(Screen screen) {
        return screen.page().locator("tbody tr");
    }

    private static void act(Screen admin, String what) {
        admin.button(Pattern.compile("^Modifier l’accès de Quitterie Absente")).click();
        admin.menuItem(what).click();
    }

    private static Locator.GetByTextOptions exactly() {
        return new Locator.GetByTextOptions().setExact(true);
    }
}
