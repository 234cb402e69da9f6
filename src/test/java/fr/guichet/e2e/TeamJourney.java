package fr.guichet.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who works in the branch, and when. */
class TeamJourney {

    @RegisterExtension
    private final Browsers browsers = new Browsers();

    private Screen manager;

    @BeforeEach
    void openTheTeam() {
        var branch = Bank.branch("Mâcon Pont", "Mâcon", "09:00-12:00", "Aline Fidèle", "Bruno Nomade");
        manager = browsers.signedIn(Width.DESKTOP, Bank.manager(branch))
                .at("/equipe/conseillers")
                .shows("Équipe");
    }

    @Test
    void anAdviserWhoLeavesStaysInTheList() {
        manager.link("Bruno Nomade").click();
        manager.shows("Bruno Nomade");
        manager.field("Reçoit des clients").uncheck();
        manager.button("Enregistrer le profil").click();
        assertThat(manager.text("Profil enregistré.")).isAttached();
        manager.link("Équipe").first().click();
        manager.shows("Équipe");
        assertThat(manager.page().getByRole(AriaRole.ROW, new GetByRoleOptions().setName("Bruno Nomade")))
                .containsText("Ne reçoit plus de clients");

        manager.link("Bruno Nomade").click();
        manager.field("Reçoit des clients").check();
        manager.button("Enregistrer le profil").click();
        assertThat(manager.text("Profil enregistré.")).isAttached();
    }

    @Test
    void hoursToComeAreWrittenAndTakenBack() {
        manager.link("Aline Fidèle").click();
        manager.shows("Aline Fidèle");
        manager.button("Modifier la semaine type").click();
        manager.field("Valable à partir du").fill("07/12/2026");
        manager.field("samedi, de").fill("9h30");
        manager.look();
        manager.button("Enregistrer la semaine type").click();
        assertThat(manager.text("À partir du lundi 7 décembre 2026")).isVisible();
        manager.look();

        manager.button("Supprimer la semaine type qui commence le lundi 7 décembre 2026")
                .click();
        manager.look();
        manager.button("Oui, la supprimer").click();
        assertThat(manager.text("À partir du lundi 7 décembre 2026")).isHidden();
        assertThat(manager.text("En vigueur depuis")).isVisible();
    }
}
