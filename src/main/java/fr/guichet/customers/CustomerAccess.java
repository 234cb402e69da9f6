package fr.guichet.customers;

import fr.guichet.customers.CustomerAccess.Outcome.Given;
import fr.guichet.customers.CustomerAccess.Outcome.WithoutEmail;
import fr.guichet.identity.AccountAccess;
import fr.guichet.identity.AccountOpening;
import fr.guichet.identity.AccountRefusal;
import fr.guichet.identity.AccountStatus;
import fr.guichet.identity.AccountView;
import fr.guichet.identity.Accounts;
import fr.guichet.identity.Grant;
import fr.guichet.identity.Grants;
import fr.guichet.identity.InitialPassword;
import fr.guichet.identity.OpenAccount;
import fr.guichet.platform.database.Transactions;
import fr.guichet.shared.Actor.StaffActor;
import fr.guichet.shared.CustomerId;
import fr.guichet.shared.Permission;
import fr.guichet.shared.Refusal;
import fr.guichet.shared.Subject;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * Lets a customer see what is his own. Given by the staff of his branch, who see the person and his papers; the code that is handed
 * over there is the half of the proof that does not go by e-mail.
 */
@Service
public class CustomerAccess {

    private final CustomerRows rows;
    private final Accounts accounts;
    private final AccountAccess access;
    private final Transactions transactions;

    CustomerAccess(CustomerRows rows, Accounts accounts, AccountAccess access, Transactions transactions) {
        this.rows = rows;
        this.accounts = accounts;
        this.access = access;
        this.transactions = transactions;
    }

    /** Whether a customer can come in. */
    public enum State {
        /** He has no account. */
        NONE,
        ACTIVE,
        SUSPENDED
    }

    /** What became of the wish to give or take access. */
    public sealed interface Outcome {

        /**
         * The link is on its way.
         *
         * @param code to hand over, to be shown once
         */
        record Given(String code) implements Outcome {
            @Override
            public String toString() {
                return "Given[…]";
            }
        }

        record Ended() implements Outcome {}

        /** The record has no address to send a link to. */
        record WithoutEmail() implements Outcome, Refusal {}

        /** Somebody else signs in with the record's address. */
        record EmailTaken() implements Outcome, Refusal {}

        /**
         * The customer is not one this actor may do this for.
         *
         * @param how {@code FORBIDDEN} or {@code NOT_FOUND}
         */
        record NotTheirs(Permission how) implements Outcome, Refusal {}
    }

    /** Empty when this member of staff may not see the customer. */
    public Optional<State> state(StaffActor staff, CustomerId id) {
        return rows.find(id)
                .filter(customer -> staff.mayDo(Subject.of(id, customer.branch())))
                .map(customer -> accounts.findByCustomer(id)
                        .map(account -> account.status() == AccountStatus.ACTIVE ? State.ACTIVE : State.SUSPENDED)
                        .orElse(State.NONE));
    }

    /**
     * Opens the customer's account. To one who has an account already, access is given anew: whatever he signed in with is
     * forgotten, his sessions end, and a suspended account is reinstated.
     */
    public Outcome give(StaffActor staff, CustomerId id) {
        return transactions.call(() -> {
            var found = rows.find(id);
            var permission = permission(staff, found);
            if (found.isEmpty() || permission != Permission.GRANTED) {
                return new Outcome.NotTheirs(permission);
            }
            return accounts.findByCustomer(id)
                    .map(account -> again(staff, account))
                    .orElseGet(() -> open(staff, found.get()));
        });
    }

    /** Suspends the customer's account; that there is none is fine too. */
    public Outcome end(StaffActor staff, CustomerId id) {
        return transactions.call(() -> {
            var permission = permission(staff, rows.find(id));
            if (permission != Permission.GRANTED) {
                return new Outcome.NotTheirs(permission);
            }
            accounts.findByCustomer(id).ifPresent(account -> accounts.suspend(staff, account.id()));
            return new Outcome.Ended();
        });
    }

    private Outcome again(StaffActor staff, AccountView account) {
        accounts.reinstate(staff, account.id());
        return new Given(access.giveAnew(staff, account.id()));
    }

    private Outcome open(StaffActor staff, Customer customer) {
        if (customer.email() == null) {
            return new WithoutEmail();
        }
        var opening = accounts.open(
                staff,
                new OpenAccount(
                        customer.email(),
                        new InitialPassword.None(),
                        customer.displayName(),
                        customer.language(),
                        Grants.of(Grant.customer(customer.id()))));
        return switch (opening) {
            case AccountOpening.Opened(var account) -> new Given(access.give(staff, account));
            case AccountOpening.Refused(AccountRefusal.EmailTaken _) -> new Outcome.EmailTaken();
            // Somebody else gave it at the same moment.
            case AccountOpening.Refused(AccountRefusal.PersonHasAccount _) ->
                again(staff, accounts.findByCustomer(customer.id()).orElseThrow());
            case AccountOpening.Refused(AccountRefusal.WeakPassword _) ->
                throw new IllegalStateException("There is no password yet");
        };
    }

    private static Permission permission(StaffActor staff, Optional<Customer> customer) {
        return customer.map(found -> staff.on(Subject.of(found.id(), found.branch())))
                .orElse(Permission.NOT_FOUND);
    }
}
