package fr.guichet.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The bank's own list of branches, written by people. */
class NetworkJourney {

    private static final String FILE = """
            code,name,street,postcode,town,country,lat,lon,phone,zone,opening_hours,holiday_region,grid_minutes
            GAP-01,Gap Cordeliers,2 rue des Pins,05000,Gap,FR,44.5594,6.0786,+33465710190,Europe/Paris,Mo-Fr 09:00-12:30,FR,15
            GAP-02,Gap Gare,3 rue des Pins,05000,Gap,FR,44.5638,6.0865,+33465710191,Europe/Paris,Mo-Fr 09:00-12:30/14:00-18:00,FR,15
            """;

    @RegisterExtension
    private final Browsers browsers = new Browsers();

    @Test
    void whatIsWrongIsToldLineByLineAndTheRestIsTaken() {
        var screen = browsers.signedIn(Width.DESKTOP, Bank.ADMINISTRATOR)
                .at("/equipe")
                .shows("Réseau");
        screen.page()
                .getByLabel("Fichier CSV ou GeoJSON")
                .setInputFiles(new FilePayload("agences.csv", "text/csv", FILE.getBytes(StandardCharsets.UTF_8)));
        assertThat(screen.heading("Ce qui serait fait")).isVisible();
        var line = screen.page().getByRole(AriaRole.ROW, new GetByRoleOptions().setName("GAP-02"));
        assertThat(line).containsText("3");
        assertThat(line).containsText("09:00-12:30/14:00-18:00");
        assertThat(line).containsText("séparez les plages par une virgule, pas par une barre");
        assertThat(line).containsText("Mo-Fr 09:00-12:30,14:00-18:00");
        screen.look();

        screen.button("Prendre seulement les bonnes").click();
        assertThat(screen.heading("C’est fait")).isVisible();
        screen.look();

        var visitor = browsers.visitor(Width.PHONE).at("/?q=gap");
        assertThat(visitor.link("Gap Cordeliers")).isVisible();
        assertThat(visitor.link("Gap Gare")).isHidden();
    }

    @Test
    void incidentsAreEmptyAndSaySo() {
        var screen = browsers.signedIn(Width.DESKTOP, Bank.ADMINISTRATOR).at("/equipe/incidents");
        screen.shows("Incidents");
        assertThat(screen.text("Aucun incident")).isVisible();
    }

    @Test
    void theAdministratorLooksIntoAnyBranch() {
        var screen = browsers.signedIn(Width.DESKTOP, Bank.ADMINISTRATOR)
                .at("/equipe/agence")
                .shows("Agence");
        screen.field("Ville ou code postal de l’agence").fill("lyon");
        screen.button(Pattern.compile("^" + Bank.HOME)).click();
        screen.shows(Bank.HOME);
        assertThat(screen.text(Pattern.compile("^Mardi 24 novembre · ouverte"))).isVisible();
        screen.link("Équipe").click();
        screen.shows("Équipe");
        assertThat(screen.link("Sophie Bernard")).isVisible();
    }
}
