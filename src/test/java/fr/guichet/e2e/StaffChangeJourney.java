package fr.guichet.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.time.LocalDateTime;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Staff change a visit for the customer, and say why. */
class StaffChangeJourney {

    @RegisterExtension
    private final Browsers browsers = new Browsers();

    @Test
    void aVisitIsMovedWithAReasonThatColleaguesRead() {
        var branch = Bank.branch("Tarare Usine", "Tarare", "09:00-12:00", "Paule Essai");
        var ines = Bank.customer("Inès", "Déplacée", branch);
        var visit = Bank.visit(ines, branch, LocalDateTime.of(2026, 11, 24, 10, 0));
        var customer = browsers.signedIn(Width.PHONE, ines)
                .at("/rendez-vous/" + visit.value())
                .shows("Votre rendez-vous");
        var manager = browsers.signedIn(Width.DESKTOP, Bank.manager(branch))
                .at("/equipe")
                .shows("Tarare Usine");

        manager.button(Pattern.compile("Inès Déplacée, Ma carte bancaire")).click();
        manager.button("Déplacer").click();
        manager.button(Pattern.compile("^jeudi 26 novembre, ")).click();
        manager.button(Pattern.compile("^Choisir jeudi 26 novembre à 11.h.00")).click();
        manager.button("Déplacer à ce créneau").click();
        assertThat(manager.text("Choisissez une raison.")).isVisible();
        manager.look();
        manager.option("Autre raison").check();
        manager.field("Précisez la raison").fill("Panne de chauffage");
        manager.button("Déplacer à ce créneau").click();
        assertThat(manager.dialog()).hasCount(0);

        assertThat(customer.text("Votre rendez-vous a changé")).isVisible();
        customer.look();
        manager.at("/equipe/agence?jour=2026-11-26");
        manager.button(Pattern.compile("Inès Déplacée, Ma carte bancaire")).click();
        manager.text("Historique").click();
        assertThat(manager.text("Panne de chauffage")).isVisible();
        manager.look();
    }

    @Test
    void aDayShowsFreeTimeOnlyWhileTheBranchIsOpen() {
        var branch = Bank.branch("Thizy Halle", "Thizy", "09:00-12:00", "Paule Essai");
        var manager = browsers.signedIn(Width.DESKTOP, Bank.manager(branch)).at("/equipe");
        manager.link("Paule Essai").click();
        manager.shows("Journée de Paule Essai");
        assertThat(manager.button(Pattern.compile("^Libre, "))).hasText(Pattern.compile("Libre, 3.h"));
        assertThat(manager.text("Mardi 24 novembre · aucun rendez-vous · 3 h libres"))
                .isVisible();
    }
}
