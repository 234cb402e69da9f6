package fr.guichet.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import java.time.LocalDateTime;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An adviser falls ill. Nobody who booked is forgotten, and nobody is sent away. */
class AbsenceJourney {

    @RegisterExtension
    private final Browsers browsers = new Browsers();

    @Test
    void aVisitOfAnAbsentAdviserIsListedAndGivenToAColleague() {
        var branch = Bank.branch("Bourg Fontaine", "Bourgoin", "09:00-12:00", "Aline Malade");
        var visitor = Bank.customer("Félix", "Attendu", branch);
        Bank.visit(visitor, branch, LocalDateTime.of(2026, 11, 26, 9, 0));
        Bank.adviser(branch, "Bruno Présent");
        var manager = browsers.signedIn(Width.DESKTOP, Bank.manager(branch))
                .at("/equipe/absences")
                .shows("Absences");

        manager.field("Pour qui").selectOption(new SelectOption().setLabel("Aline Malade"));
        manager.option("Imprévue").check();
        manager.field("Premier jour").fill("26/11/2026");
        assertThat(manager.text("1 rendez-vous est pris pendant ce temps")).isVisible();
        manager.look();
        manager.button("Enregistrer l’absence").click();
        manager.link("1 rendez-vous à traiter").click();

        manager.shows("À traiter");
        assertThat(manager.text("Le conseiller est absent")).isVisible();
        manager.button(Pattern.compile("^Confier à un collègue.: Félix Attendu"))
                .click();
        manager.page()
                .getByRole(AriaRole.RADIO, new GetByRoleOptions().setName("Bruno Présent"))
                .check();
        manager.look();
        manager.button("Confier à Bruno Présent").click();
        assertThat(manager.text("Rien à traiter")).isVisible();
        manager.look();

        var customer =
                browsers.signedIn(Width.PHONE, visitor).at("/rendez-vous").shows("Mes rendez-vous");
        assertThat(customer.text("Bourg Fontaine, avec Bruno Présent")).isVisible();
    }
}
