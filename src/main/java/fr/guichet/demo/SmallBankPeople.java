package fr.guichet.demo;

import fr.guichet.branches.AdviserSchedule;
import fr.guichet.branches.BranchSchedule;
import fr.guichet.customers.Customers;
import fr.guichet.customers.PersonalName;
import fr.guichet.customers.RegisterCustomer;
import fr.guichet.identity.Accounts;
import fr.guichet.identity.Grant;
import fr.guichet.identity.Grants;
import fr.guichet.identity.InitialPassword;
import fr.guichet.identity.OpenAccount;
import fr.guichet.shared.Actor.SystemActor;
import fr.guichet.shared.CustomerId;
import fr.guichet.shared.EmailAddress;
import fr.guichet.shared.Languages;
import fr.guichet.shared.PhoneNumber;
import fr.guichet.shared.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Component;

/** The customers of the small bank, and the accounts people sign in with. */
@Component
class SmallBankPeople {

    static final String PASSWORD = "le-guichet-est-ouvert";
    static final String MARIE = "marie@guichet.example";
    static final String PIERRE = "pierre@guichet.example";
    static final String SOPHIE = "sophie@guichet.example";
    static final String DAVID = "david@guichet.example";
    static final String INES = "ines@guichet.example";
    static final String LOUIS = "louis@guichet.example";
    static final String ADMINISTRATOR = "admin@guichet.example";

    private static final int CUSTOMERS_FOR_EACH_ADVISER = 15;
    private static final double ENGLISH_SPEAKING = 0.05;

    private final Customers customers;
    private final Accounts accounts;

    SmallBankPeople(Customers customers, Accounts accounts) {
        this.customers = customers;
        this.accounts = accounts;
    }

    /** Registers the customers of one branch; in the home branch Marie and Pierre come first. */
    List<CustomerId> register(
            SystemActor actor, BranchSchedule branch, boolean home, People people, RandomGenerator random) {
        var wishes = new ArrayList<RegisterCustomer>();
        if (home) {
            var sophie = sophie(branch);
            wishes.add(wish("Marie", "Lefèvre", MARIE, "+33199000001", Languages.FRENCH, branch, sophie));
            wishes.add(wish("Pierre", "Martin", PIERRE, "+33199000002", Languages.FRENCH, branch, sophie));
        }
        for (var adviser : branch.advisers()) {
            for (var i = 0; i < CUSTOMERS_FOR_EACH_ADVISER; i++) {
                var person = people.next();
                // The French regulator keeps the numbers that begin with 01 99 00 for fiction.
                var phone = String.format(Locale.ROOT, "+3319900%04d", random.nextInt(10_000));
                var language = random.nextDouble() < ENGLISH_SPEAKING ? Languages.ENGLISH : Languages.FRENCH;
                var email = person.email(random.nextInt(1_000_000));
                wishes.add(wish(person.givenName(), person.familyName(), email, phone, language, branch, adviser));
            }
        }
        return customers.registerAll(actor, wishes);
    }

    /** Accounts for the seven people a visitor plays, and for the other advisers of the home branch. */
    void openAccounts(BranchSchedule home, CustomerId marie, CustomerId pierre) {
        var password = new InitialPassword.Encoded(accounts.encode(PASSWORD));
        var wishes = new ArrayList<OpenAccount>();
        wishes.add(account(MARIE, password, "Marie Lefèvre", Grant.customer(marie)));
        wishes.add(account(PIERRE, password, "Pierre Martin", Grant.customer(pierre)));
        wishes.add(account(DAVID, password, "David Morel", Grant.manager(home.id())));
        wishes.add(account(INES, password, "Inès Perrin", Grant.of(Role.OPERATOR)));
        wishes.add(account(LOUIS, password, "Louis Garnier", Grant.of(Role.AUDITOR)));
        wishes.add(account(ADMINISTRATOR, password, "Administration", Grant.administrator()));
        var sophie = sophie(home);
        for (var adviser : home.advisers()) {
            var email = adviser.equals(sophie) ? SOPHIE : "conseiller" + wishes.size() + "@guichet.example";
            wishes.add(account(email, password, adviser.displayName(), Grant.adviser(home.id(), adviser.id())));
        }
        accounts.openAll(wishes);
    }

    static AdviserSchedule sophie(BranchSchedule home) {
        return home.advisers().stream()
                .filter(adviser -> adviser.displayName().equals(SmallBankNetwork.SOPHIE))
                .findFirst()
                .orElseThrow();
    }

    private static OpenAccount account(String email, InitialPassword password, String name, Grant grant) {
        return new OpenAccount(
                EmailAddress.parse(email).orElseThrow(), password, name, Languages.FRENCH, Grants.of(grant));
    }

    private static RegisterCustomer wish(
            String firstName,
            String lastName,
            String email,
            String phone,
            String language,
            BranchSchedule branch,
            AdviserSchedule adviser) {
        return new RegisterCustomer(
                PersonalName.parse(firstName).orElseThrow(),
                PersonalName.parse(lastName).orElseThrow(),
                EmailAddress.parse(email).orElseThrow(),
                PhoneNumber.parse(phone).orElseThrow(),
                language,
                branch.id(),
                adviser.id());
    }
}
