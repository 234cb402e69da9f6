package fr.guichet.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.guichet.customers.ContactChange.Changed;
import fr.guichet.customers.ContactChange.Stale;
import fr.guichet.customers.Registration.EmailTaken;
import fr.guichet.customers.Registration.OtherBranch;
import fr.guichet.customers.Registration.Registered;
import fr.guichet.customers.events.CustomerChanged;
import fr.guichet.customers.events.CustomerRegistered;
import fr.guichet.identity.Accounts;
import fr.guichet.shared.AccountId;
import fr.guichet.shared.Actor.CustomerActor;
import fr.guichet.shared.Actor.StaffActor;
import fr.guichet.shared.Actor.SystemActor;
import fr.guichet.shared.BranchId;
import fr.guichet.shared.CustomerId;
import fr.guichet.shared.EmailAddress;
import fr.guichet.shared.PhoneNumber;
import fr.guichet.shared.Reach;
import fr.guichet.shared.Right;
import fr.guichet.shared.Role;
import fr.guichet.testing.GuichetTest;
import fr.guichet.testing.SignIn;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@GuichetTest
@RecordApplicationEvents
class CustomersTests {

    private static final SystemActor SYSTEM = new SystemActor("test");

    @Autowired
    private Customers customers;

    @Autowired
    private CustomerSearch search;

    @Autowired
    private Accounts accounts;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private ApplicationEvents events;

    private final BranchId branch = BranchId.next();
    private final StaffActor adviser = staff(branch);

    @Test
    void aRegisteredCustomerIsFoundByStaffOfTheBranchOnly() {
        var marie = register("Marie", "Lefèvre", email());

        assertThat(customers.find(adviser, marie.id())).contains(marie);
        assertThat(customers.find(staff(BranchId.next()), marie.id())).isEmpty();
        assertThat(customers.find(marie.id())).contains(marie);
        assertThat(customers.findAll(List.of(marie.id(), CustomerId.next()))).containsOnlyKeys(marie.id());
        assertThat(events.stream(CustomerRegistered.class))
                .contains(new CustomerRegistered(marie.id().value(), branch.value()));
    }

    @Test
    void staffRegisterInTheirOwnBranch() {
        assertThat(customers.register(staff(BranchId.next()), wish("Marie", "Lefèvre", null)))
                .isEqualTo(new OtherBranch());
        var customer = new CustomerActor(AccountId.next(), CustomerId.next());
        assertThat(customers.register(customer, wish("Marie", "Lefèvre", null))).isEqualTo(new OtherBranch());
    }

    @Test
    void anAddressBelongsToOneCustomerInAnyCase() {
        var email = email();
        var marie = register("Marie", "Lefèvre", email);
        var shouted = EmailAddress.parse(email.value().toUpperCase(Locale.ROOT)).orElseThrow();

        assertThat(customers.register(adviser, wish("Pierre", "Martin", shouted)))
                .isEqualTo(new EmailTaken(marie.id()));
        assertThat(names("pierre")).isEmpty();
    }

    @Test
    void anyNumberOfCustomersHaveNoAddress() {
        assertThat(customers.register(adviser, wish("Pierre", "Un", null))).isInstanceOf(Registered.class);
        assertThat(customers.register(adviser, wish("Pierre", "Deux", null))).isInstanceOf(Registered.class);
    }

    @Test
    void ofManyWhoRegisterTheSameAddressAtOnceOneDoes() throws Exception {
        var email = email();
        var begin = new CyclicBarrier(16);
        var registered = new HashSet<CustomerId>();
        var taken = new HashSet<CustomerId>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var outcomes = IntStream.range(0, 16)
                    .mapToObj(_ -> threads.submit(() -> {
                        begin.await();
                        return customers.register(adviser, wish("Marie", "Lefèvre", email));
                    }))
                    .toList();
            for (var outcome : outcomes) {
                switch (outcome.get()) {
                    case Registered one -> registered.add(one.customer().id());
                    case EmailTaken other -> taken.add(other.by());
                    case OtherBranch _ -> throw new AssertionError();
                }
            }
        }
        assertThat(registered).hasSize(1).isEqualTo(taken);
    }

    @Test
    void hundredsAreRegisteredAtOnceAllOrNone() {
        var wishes = IntStream.range(0, 400)
                .mapToObj(number -> wish("Client", "Numéro " + number, email()))
                .toList();

        var ids = customers.registerAll(SYSTEM, wishes);

        assertThat(customers.findAll(ids)).hasSize(400);
        assertThat(customers.find(ids.get(7))).hasValueSatisfying(customer -> assertThat(customer.lastName())
                .isEqualTo(new PersonalName("Numéro 7")));
        var other = BranchId.next();
        var twice = email();
        assertThatThrownBy(() -> customers.registerAll(
                        SYSTEM, List.of(wish(other, "Marie", "Un", twice), wish(other, "Marie", "Deux", twice))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageNotContaining(twice.value());
        assertThat(search.search(staff(other), "marie", null, 10).items()).isEmpty();
    }

    @Test
    void customersAreFoundByHowTheirNamesAddressOrNumberBegin() {
        // In one word: a part of an identifier may look like the beginning of a telephone number.
        var unique = branch.toString().replace("-", "");
        register("Anne-Sophie", "Lefèvre", new EmailAddress("as.lefevre.x" + unique + "@example.org"));
        register("Anne", "Lefort", null);
        register("Zoé", "d’Artagnan", null);

        assertThat(names("lef")).containsExactly("Anne-Sophie Lefèvre", "Anne Lefort");
        assertThat(names("ANNE lefè")).containsExactly("Anne-Sophie Lefèvre");
        assertThat(names("sophie")).containsExactly("Anne-Sophie Lefèvre");
        assertThat(names("dartagnan z")).containsExactly("Zoé d’Artagnan");
        assertThat(names("as.lefevre.")).containsExactly("Anne-Sophie Lefèvre");
        assertThat(names("06 12")).hasSize(3);
        assertThat(names("+33612345678")).hasSize(3);
        assertThat(names("07")).isEmpty();
        assertThat(names("")).containsExactly("Zoé d’Artagnan", "Anne-Sophie Lefèvre", "Anne Lefort");
    }

    @Test
    void nothingInAQueryMeansMoreThanItself() {
        register("Marie", "Lefèvre", null);

        for (var query : List.of(
                "%",
                "_arie", "mar%e", "' or true --", "\\", "*", "\\%mie", "a\u0000@b", "\u0000", "\ud800", "\uffff")) {
            assertThat(names(query)).as(query).isEmpty();
        }
    }

    @Test
    void aBranchFindsOnlyItsOwnAndCustomerServiceAll() {
        var word = "x"
                + UUID.randomUUID().toString().replace("-", "").substring(0, 12).replaceAll("[0-9]", "q");
        register("Marie", word, null);
        customers.register(SYSTEM, wish(BranchId.next(), "Pierre", word, null)).orThrow();
        var operator = new StaffActor(AccountId.next(), Set.of(Role.OPERATOR), null, null, Right.ALL);

        assertThat(names(word)).hasSize(1);
        assertThat(search.search(operator, word, null, 10).items()).hasSize(2);
    }

    @Test
    void pagesFollowEachOtherWithoutGapsOrRepeats() {
        for (var i = 0; i < 25; i++) {
            register("Marie", "Même Nom", null);
        }
        var seen = new HashSet<CustomerId>();
        String cursor = null;
        var pages = 0;
        do {
            var page = search.search(adviser, "marie meme", cursor, 10);
            page.items().forEach(customer -> assertThat(seen.add(customer.id())).isTrue());
            cursor = page.nextCursor();
            pages++;
        } while (cursor != null);

        assertThat(seen).hasSize(25);
        assertThat(pages).isEqualTo(3);
    }

    @Test
    void aCustomerChangesHowHeIsReachedAndReadsInThatLanguage() {
        var marie = register("Marie", "Lefèvre", null);
        var account = new SignIn(context).customer(marie.id());
        var number = new PhoneNumber("+32470123456");

        var changed = customers.changeContact(account.customer(), number, "en", 0);

        assertThat(changed).isInstanceOfSatisfying(Changed.class, now -> {
            assertThat(now.customer().phone()).isEqualTo(number);
            assertThat(now.customer().language()).isEqualTo("en");
            assertThat(now.customer().version()).isEqualTo(1);
        });
        assertThat(accounts.recent(account.id()))
                .hasValueSatisfying(now -> assertThat(now.language()).isEqualTo("en"));
        assertThat(names("0470")).hasSize(1);
        assertThat(names("0612")).isEmpty();
        assertThat(events.stream(CustomerChanged.class))
                .contains(new CustomerChanged(marie.id().value(), 1));
        assertThat(customers.changeContact(account.customer(), null, "fr", 0))
                .isInstanceOfSatisfying(
                        Stale.class,
                        stale -> assertThat(stale.current().phone()).isEqualTo(number));
    }

    @Test
    void ofTwoChangesOfTheSameVersionOneIsStale() throws Exception {
        var marie = register("Marie", "Lefèvre", null);
        var account = new SignIn(context).customer(marie.id()).customer();
        var begin = new CyclicBarrier(8);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var outcomes = IntStream.range(0, 8)
                    .mapToObj(_ -> threads.submit(() -> {
                        begin.await();
                        return customers.changeContact(account, null, "en", 0);
                    }))
                    .toList();
            var changed = 0;
            for (var outcome : outcomes) {
                changed += outcome.get() instanceof Changed ? 1 : 0;
            }
            assertThat(changed).isEqualTo(1);
        }
    }

    @Test
    void nothingTellsNamesByAccident() {
        var marie = register("Marie", "Lefèvre", email());

        assertThat(marie + " " + wish("Marie", "Lefèvre", email()) + customers.find(marie.id()))
                .doesNotContain("Marie", "Lefèvre", "example.org", "612");
    }

    private Customer register(String first, String last, @Nullable EmailAddress email) {
        return customers.register(adviser, wish(first, last, email)).orThrow();
    }

    private RegisterCustomer wish(String first, String last, @Nullable EmailAddress email) {
        return wish(branch, first, last, email);
    }

    private static RegisterCustomer wish(BranchId home, String first, String last, @Nullable EmailAddress email) {
        return new RegisterCustomer(
                new PersonalName(first),
                new PersonalName(last),
                email,
                new PhoneNumber("+33612345678"),
                "fr",
                home,
                null);
    }

    private List<String> names(String query) {
        return search.search(adviser, query, null, 50).items().stream()
                .map(Customer::displayName)
                .toList();
    }

    private static StaffActor staff(BranchId branch) {
        var right = new Right(Set.of(Reach.OWN_BRANCH), Set.of(Reach.OWN_BRANCH));
        return new StaffActor(AccountId.next(), Set.of(Role.MANAGER), branch, null, right);
    }

    private static EmailAddress email() {
        return new EmailAddress(UUID.randomUUID() + "@example.org");
    }
}
