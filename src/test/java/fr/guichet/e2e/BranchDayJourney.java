package fr.guichet.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** David runs the branch: everyone's day side by side. */
class BranchDayJourney {

    @RegisterExtension
    private final Browsers browsers = new Browsers();

    @Test
    void davidSeesTheDayOfEachAdviserAndReceivesACustomer() {
        var david = browsers.signedIn(Width.DESKTOP, Bank.DAVID).at("/equipe").shows(Bank.HOME);
        assertThat(david.page()
                        .getByRole(AriaRole.REGION, new GetByRoleOptions().setName("Sophie Bernard"))
                        .getByRole(AriaRole.LISTITEM)
                        .first())
                .isVisible();
        assertThat(david.link("Sophie Bernard")).isVisible();

        david.option("Liste").check();
        var arrival = david.button(Pattern.compile("^Noter l’arrivée.: ")).first();
        var customer = arrival.getAttribute("aria-label").replaceAll("^.*: ", "");
        arrival.click();
        assertThat(david.button(Pattern.compile("^Commencer.: " + customer)).first())
                .isVisible();
        david.look();
        david.button(Pattern.compile("^Commencer.: " + customer)).first().click();
        assertThat(david.button(Pattern.compile("^Terminer.: " + customer)).first())
                .isVisible();

        david.option("Frise").check();
        david.button("Jour suivant").click();
        assertThat(david.text(Pattern.compile("^Mercredi 25 novembre · ouverte")))
                .isVisible();
        david.link("Sophie Bernard").click();
        david.shows("Journée de Sophie Bernard");
    }
}
