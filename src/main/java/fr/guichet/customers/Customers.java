package fr.guichet.customers;

import fr.guichet.audit.AuditEntry;
import fr.guichet.audit.AuditSubject;
import fr.guichet.audit.AuditTrail;
import fr.guichet.customers.ContactChange.Changed;
import fr.guichet.customers.ContactChange.Stale;
import fr.guichet.customers.ContactChange.Unknown;
import fr.guichet.customers.Registration.EmailTaken;
import fr.guichet.customers.Registration.OtherBranch;
import fr.guichet.customers.Registration.Registered;
import fr.guichet.customers.events.CustomerChanged;
import fr.guichet.customers.events.CustomerRegistered;
import fr.guichet.identity.Accounts;
import fr.guichet.platform.database.Transactions;
import fr.guichet.platform.live.LiveUpdates;
import fr.guichet.platform.live.Topic;
import fr.guichet.shared.Actor;
import fr.guichet.shared.Actor.CustomerActor;
import fr.guichet.shared.Actor.StaffActor;
import fr.guichet.shared.Actor.SystemActor;
import fr.guichet.shared.CustomerId;
import fr.guichet.shared.Languages;
import fr.guichet.shared.PhoneNumber;
import fr.guichet.shared.Subject;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** The reference records of customers: registering, finding, and what a customer changes himself. */
@Service
public class Customers {

    private final CustomerRows rows;
    private final Accounts accounts;
    private final Transactions transactions;
    private final ApplicationEventPublisher events;
    private final LiveUpdates live;
    private final Clock clock;
    private final AuditTrail audit;

    Customers(
            CustomerRows rows,
            Accounts accounts,
            Transactions transactions,
            ApplicationEventPublisher events,
            LiveUpdates live,
            Clock clock,
            AuditTrail audit) {
        this.rows = rows;
        this.accounts = accounts;
        this.transactions = transactions;
        this.events = events;
        this.live = live;
        this.clock = clock;
        this.audit = audit;
    }

    /**
     * Makes a record. Staff register customers of their own branch; nobody registers himself.
     */
    public Registration register(Actor actor, RegisterCustomer wish) {
        if (!actor.mayDo(Subject.of(wish.branch()))) {
            return new OtherBranch();
        }
        return transactions.call(() -> {
            var customer = newRecord(wish);
            if (!rows.insert(List.of(customer), clock.instant()) && wish.email() != null) {
                return new EmailTaken(rows.findByEmail(wish.email()).orElseThrow());
            }
            announce(customer);
            audit.record(registered(actor, customer));
            return new Registered(customer);
        });
    }

    /**
     * Makes many records at once, all or none.
     *
     * @return in the order of the wishes
     * @throws IllegalStateException when one e-mail address is taken or comes twice
     */
    public List<CustomerId> registerAll(SystemActor actor, List<RegisterCustomer> wishes) {
        return transactions.call(() -> {
            var customers = wishes.stream().map(Customers::newRecord).toList();
            if (!rows.insert(customers, clock.instant())) {
                throw new IllegalStateException("An e-mail address among those of " + actor.name() + " is taken");
            }
            customers.forEach(this::announce);
            audit.recordAll(customers.stream()
                    .map(customer -> registered(actor, customer))
                    .toList());
            return customers.stream().map(Customer::id).toList();
        });
    }

    /** Whether there is any record yet. */
    public boolean hasCustomers() {
        return rows.any();
    }

    /** The record, whoever asks: callers show it only to those who may see it. */
    public Optional<Customer> find(CustomerId id) {
        return rows.find(id);
    }

    /** The record for this member of staff to read, if he or she may see it. That it was read, or was to be, is written down. */
    public Optional<Customer> read(StaffActor staff, CustomerId id) {
        var found = find(staff, id);
        if (found.isPresent()) {
            audit.recordApart(entry(staff, CustomerAudit.RECORD_READ, found.get()));
        } else {
            rows.find(id)
                    .ifPresent(other -> audit.recordApart(
                            entry(staff, CustomerAudit.RECORD_READ, other).refused("not-theirs")));
        }
        return found;
    }

    /** The records that exist among these, in one query. */
    public Map<CustomerId, Customer> findAll(Collection<CustomerId> ids) {
        return ids.isEmpty()
                ? Map.of()
                : rows.findAll(ids).stream().collect(Collectors.toUnmodifiableMap(Customer::id, Function.identity()));
    }

    /** The record if this member of staff may see it. */
    public Optional<Customer> find(StaffActor staff, CustomerId id) {
        return rows.find(id).filter(customer -> staff.mayDo(Subject.of(id, customer.branch())));
    }

    /**
     * Changes how a customer is reached and addressed; his account reads in the same language from then on.
     *
     * @param phone null to be called no more
     * @param seen the version of the record that he looked at
     */
    public ContactChange changeContact(CustomerActor actor, @Nullable PhoneNumber phone, String language, long seen) {
        Languages.required(language);
        return transactions.call(() -> {
            var current = rows.find(actor.customer());
            if (current.isEmpty()) {
                return new Unknown();
            }
            if (current.get().version() != seen
                    || !rows.changeContact(current.get(), phone, language, clock.instant())) {
                return new Stale(rows.find(actor.customer()).orElse(current.get()));
            }
            var changed = rows.find(actor.customer()).orElseThrow();
            rows.replaceTerms(changed);
            accounts.changeLanguage(actor.account(), language);
            events.publishEvent(new CustomerChanged(changed.id().value(), changed.version()));
            audit.record(entry(actor, CustomerAudit.CONTACT_CHANGED, changed));
            live.changed(new Topic(CustomerTopics.KIND, changed.id().value()));
            return new Changed(changed);
        });
    }

    private static AuditEntry registered(Actor actor, Customer customer) {
        return entry(actor, CustomerAudit.CUSTOMER_REGISTERED, customer);
    }

    private static AuditEntry entry(Actor actor, CustomerAudit what, Customer customer) {
        return AuditEntry.of(actor, what, AuditSubject.CUSTOMER, customer.id().value())
                .on(customer.id())
                .in(customer.branch());
    }

    private void announce(Customer customer) {
        events.publishEvent(
                new CustomerRegistered(customer.id().value(), customer.branch().value()));
    }

    private static Customer newRecord(RegisterCustomer wish) {
        return new Customer(
                CustomerId.next(),
                wish.firstName(),
                wish.lastName(),
                wish.email(),
                wish.phone(),
                wish.language(),
                wish.branch(),
                wish.adviser(),
                0);
    }
}
