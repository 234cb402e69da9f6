package fr.guichet.demo;

import fr.guichet.branches.ReasonDefinition;
import fr.guichet.branches.Wording;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Why customers of the small bank come. */
final class SmallBankReasons {

    private static final int HORIZON_DAYS = 90;
    private static final Wording IDENTITY =
            new Wording("Pièce d’identité en cours de validité", "Valid identity document");
    private static final Wording ADDRESS =
            new Wording("Justificatif de domicile de moins de 3 mois", "Proof of address less than 3 months old");
    private static final Wording PAYSLIPS = new Wording("Trois derniers bulletins de salaire", "Last three payslips");
    private static final Wording TAX = new Wording("Dernier avis d’imposition", "Latest tax notice");

    static final List<ReasonDefinition> ALL = List.of(
            reason(
                    "EVERYDAY",
                    "Mon compte au quotidien",
                    "Everyday banking",
                    "Une question sur votre compte, vos virements ou vos relevés.",
                    "A question about your account, transfers or statements.",
                    20,
                    0,
                    5,
                    60,
                    "EVERYDAY",
                    List.of(IDENTITY)),
            reason(
                    "CARD",
                    "Ma carte bancaire",
                    "My bank card",
                    "Carte perdue, refusée, à remplacer ou à changer.",
                    "A card that is lost, refused, to be replaced or changed.",
                    15,
                    0,
                    5,
                    60,
                    "EVERYDAY",
                    List.of(IDENTITY)),
            reason(
                    "OPEN_ACCOUNT",
                    "Ouvrir un compte",
                    "Open an account",
                    "Pour vous, pour votre enfant ou un compte joint.",
                    "For you, for your child, or a joint account.",
                    30,
                    0,
                    10,
                    120,
                    "EVERYDAY",
                    List.of(IDENTITY, ADDRESS)),
            reason(
                    "SAVINGS",
                    "Épargner et placer",
                    "Savings and investments",
                    "Livrets, assurance-vie, préparation de la retraite.",
                    "Savings accounts, life insurance, preparing for retirement.",
                    30,
                    5,
                    10,
                    240,
                    "SAVINGS",
                    List.of(IDENTITY, TAX)),
            reason(
                    "CONSUMER_CREDIT",
                    "Crédit à la consommation",
                    "Personal loan",
                    "Voiture, travaux, études : financer un projet.",
                    "A car, works at home, studies: financing a project.",
                    30,
                    0,
                    10,
                    240,
                    "CREDIT",
                    List.of(IDENTITY, PAYSLIPS)),
            reason(
                    "MORTGAGE",
                    "Crédit immobilier",
                    "Mortgage",
                    "Acheter, construire ou renégocier votre crédit.",
                    "Buying, building, or renegotiating your mortgage.",
                    45,
                    10,
                    10,
                    1_440,
                    "CREDIT",
                    List.of(
                            IDENTITY,
                            PAYSLIPS,
                            TAX,
                            new Wording(
                                    "Compromis de vente, si vous en avez un",
                                    "Preliminary sale agreement, if you have one"))),
            reason(
                    "HOME_INSURANCE",
                    "Assurance habitation ou auto",
                    "Home or car insurance",
                    "Assurer votre logement ou votre voiture, déclarer un changement.",
                    "Insuring your home or car, or telling us of a change.",
                    20,
                    0,
                    5,
                    120,
                    "INSURANCE",
                    List.of(IDENTITY)),
            reason(
                    "ESTATE",
                    "Succession",
                    "Estate of a relative",
                    "Un conseiller vous accompagne après un décès, pas à pas.",
                    "An adviser helps you, step by step, after a death.",
                    45,
                    5,
                    15,
                    240,
                    "ESTATE",
                    List.of(IDENTITY, new Wording("Acte de décès", "Death certificate"))));

    private SmallBankReasons() {}

    private static ReasonDefinition reason(
            String code,
            String nameFr,
            String nameEn,
            String descriptionFr,
            String descriptionEn,
            int minutes,
            int before,
            int after,
            int notice,
            String skill,
            List<Wording> documents) {
        return new ReasonDefinition(
                code,
                new Wording(nameFr, nameEn),
                new Wording(descriptionFr, descriptionEn),
                Duration.ofMinutes(minutes),
                Duration.ofMinutes(before),
                Duration.ofMinutes(after),
                Duration.ofMinutes(notice),
                HORIZON_DAYS,
                Set.of(skill),
                documents,
                true);
    }
}
