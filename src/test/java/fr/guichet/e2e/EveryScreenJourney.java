package fr.guichet.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import fr.guichet.shared.Role;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The narrowest phone and a screen at 200 %: nothing is cut off, nothing sticks out. */
class EveryScreenJourney {

    private static final Path MISTAKES = Path.of("src", "test", "resources", "network", "agences.csv");

    @RegisterExtension
    private final Browsers browsers = new Browsers();

    @ParameterizedTest
    @EnumSource(names = {"NARROW", "ZOOMED"})
    void customersSeeAllOfEachScreen(Width width) {
        var branch = Bank.branch("Étroite Ruelle", "Voiron", "09:00-12:00", "Paule Essai");
        var mona = Bank.customer("Mona", "Étroite", branch);
        var visit = Bank.visit(mona, branch, LocalDateTime.of(2026, 11, 26, 9, 0));
        var screen = browsers.signedIn(width, mona);
        screen.at("/").shows("Prendre rendez-vous en agence");
        screen.link("Prendre rendez-vous ici").click();
        screen.shows("Étroite Ruelle");
        screen.link("Ma carte bancaire").click();
        screen.shows("Choisissez un créneau");
        screen.button("Choisir ce créneau").click();
        screen.shows("Confirmez votre rendez-vous");
        screen.button("Confirmer le rendez-vous").click();
        screen.shows("Votre rendez-vous est confirmé");
        screen.at("/rendez-vous").shows("Mes rendez-vous");
        screen.at("/rendez-vous?quand=passes").shows("Mes rendez-vous");
        screen.at("/rendez-vous/" + visit.value()).shows("Votre rendez-vous");
        screen.button("Annuler le rendez-vous").click();
        screen.look();
        screen.at("/rendez-vous/" + visit.value() + "/deplacer").shows("Déplacer votre rendez-vous");
        screen.at("/profil").shows("Mon profil");
        screen.at("/securite").shows("Sécurité du compte");
        screen.button("Changer de mot de passe").click();
        screen.button("Ajouter une application").click();
        assertThat(screen.page().locator("svg[role=img]")).isVisible();
        screen.look();
        screen.at("/securite/protection").shows("Protégez votre compte");
        screen.at("/activite").shows("Activité du compte");
        screen.at("/nulle-part").shows("Page introuvable");
        var visitor = browsers.visitor(width);
        visitor.at("/connexion").shows("Se connecter");
        visitor.link("Mot de passe oublié\u202f?").click();
        visitor.shows("Mot de passe oublié");
        visitor.at("/acces").shows("Choisir votre mot de passe");
        visitor.at("/acces#lien").shows("Choisir votre mot de passe");
        visitor.at("/retour").shows("C’est fait");
        visitor.at("/demo/messages").shows("Messages de démonstration");
    }

    @ParameterizedTest
    @EnumSource(names = {"NARROW", "ZOOMED"})
    void advisersSeeAllOfEachScreen(Width width) {
        var screen = browsers.signedIn(width, Bank.SOPHIE);
        screen.at("/equipe/journee?jour=2026-11-27").shows("Ma journée");
        screen.button(Pattern.compile("Prévu")).first().click();
        screen.look();
        screen.button("Déplacer").click();
        screen.look();
        screen.at("/equipe/journee?jour=2026-11-27&vue=liste").shows("Ma journée");
        screen.at("/equipe/semaine").shows("Ma semaine");
        screen.at("/equipe/agence").shows(Bank.HOME);
        screen.at("/equipe/a-traiter").shows("À traiter");
        screen.at("/equipe/reserver").shows("Réserver pour un client");
        screen.at("/equipe/absences").shows("Absences");
        screen.at("/equipe/securite").shows("Sécurité du compte");
        screen.at("/equipe/securite/protection").shows("Protégez votre compte");
        screen.at("/equipe/activite").shows("Activité du compte");
    }

    @ParameterizedTest
    @EnumSource(names = {"NARROW", "ZOOMED"})
    void managersSeeAllOfEachScreen(Width width) {
        var screen = browsers.signedIn(width, Bank.DAVID);
        screen.at("/equipe/absences").shows("Absences");
        screen.at("/equipe/horaires").shows("Horaires");
        screen.button("Modifier les horaires").click();
        screen.look();
        screen.at("/equipe/conseillers").shows("Équipe");
        screen.button("Ajouter un conseiller").click();
        screen.look();
        screen.at("/equipe/conseillers").link("Sophie Bernard").click();
        screen.shows("Sophie Bernard");
        screen.button("Modifier la semaine type").click();
        screen.look();
    }

    @ParameterizedTest
    @EnumSource(names = {"NARROW", "ZOOMED"})
    void administratorsSeeAllOfEachScreen(Width width) {
        var screen = browsers.signedIn(width, Bank.ADMINISTRATOR);
        screen.at("/equipe/agence").shows("Agence");
        screen.at("/equipe/incidents").shows("Incidents");
        screen.at("/equipe/administration").shows("Administration");
        screen.button("Inviter une personne").click();
        screen.look();
        screen.at("/equipe/reseau").shows("Réseau");
        screen.page().getByLabel("Fichier CSV ou GeoJSON").setInputFiles(MISTAKES);
        assertThat(screen.heading("Ce qui serait fait")).isVisible();
        screen.look();
    }

    @ParameterizedTest
    @EnumSource(names = {"NARROW", "ZOOMED"})
    void auditorsSeeAllOfEachScreen(Width width) {
        var screen = browsers.signedIn(width, Bank.staff("Aude Contrôle", Role.AUDITOR));
        screen.at("/equipe/audit").shows("Journal d’audit");
        screen.button(Pattern.compile("^Détails")).first().click();
        screen.look();
    }
}
