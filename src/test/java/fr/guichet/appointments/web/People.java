package fr.guichet.appointments.web;

import fr.guichet.appointments.Town;
import fr.guichet.customers.Customers;
import fr.guichet.customers.PersonalName;
import fr.guichet.customers.RegisterCustomer;
import fr.guichet.identity.Accounts;
import fr.guichet.identity.Grant;
import fr.guichet.identity.Grants;
import fr.guichet.identity.InitialPassword;
import fr.guichet.identity.OpenAccount;
import fr.guichet.shared.Actor.SystemActor;
import fr.guichet.shared.BranchId;
import fr.guichet.shared.CustomerId;
import fr.guichet.shared.EmailAddress;
import fr.guichet.shared.PhoneNumber;
import fr.guichet.shared.Role;
import fr.guichet.testing.SignIn;
import fr.guichet.testing.SignIn.As;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.ApplicationContext;

/** Customers with a record and an account, and the staff of a branch, all signed in. */
@TestComponent
final class People {

    private final Customers customers;
    private final Accounts accounts;
    private final SignIn signIn;

    People(Customers customers, Accounts accounts, ApplicationContext context) {
        this.customers = customers;
        this.accounts = accounts;
        this.signIn = new SignIn(context);
    }

    As customer(Town.Place home) {
        return customer(home.branch());
    }

    As customer(BranchId home) {
        return signIn.customer(record(home));
    }

    /** A customer who reads English. */
    As englishCustomer(Town.Place home) {
        var account = accounts.open(new OpenAccount(
                        new EmailAddress(UUID.randomUUID() + "@example.org"),
                        new InitialPassword.None(),
                        "Mary",
                        "en",
                        Grants.of(Grant.customer(record(home.branch())))))
                .orThrow();
        return new As(accounts.find(account).orElseThrow());
    }

    /** A customer without an account. */
    CustomerId record(BranchId home) {
        return customers
                .register(
                        new SystemActor("test"),
                        new RegisterCustomer(
                                new PersonalName("Marie"),
                                new PersonalName("Lefèvre"),
                                new EmailAddress(UUID.randomUUID() + "@example.org"),
                                new PhoneNumber("+33612345678"),
                                "fr",
                                home,
                                null))
                .orThrow()
                .id();
    }

    As adviser(Town.Place place, int number) {
        return signIn.adviser(place.branch(), place.adviser(number));
    }

    As manager(Town.Place place) {
        return signIn.manager(place.branch());
    }

    /** Customer Service. */
    As operator() {
        return signIn.as(Grant.of(Role.OPERATOR));
    }

    As administrator() {
        return signIn.administrator();
    }
}
