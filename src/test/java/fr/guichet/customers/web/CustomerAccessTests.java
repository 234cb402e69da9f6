package fr.guichet.customers.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.guichet.customers.Customers;
import fr.guichet.customers.PersonalName;
import fr.guichet.customers.RegisterCustomer;
import fr.guichet.identity.AccountView;
import fr.guichet.identity.Accounts;
import fr.guichet.identity.Grant;
import fr.guichet.identity.SecurityMessage.Change;
import fr.guichet.identity.SecurityMessage.FactorChanged;
import fr.guichet.identity.SecurityMessage.PasswordLink;
import fr.guichet.shared.Actor.SystemActor;
import fr.guichet.shared.CustomerId;
import fr.guichet.shared.EmailAddress;
import fr.guichet.shared.Role;
import fr.guichet.testing.SentMessages;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Staff of the branch let a customer in, and nobody else does. */
class CustomerAccessTests extends CustomersHttpTest {

    @Autowired
    private Accounts accounts;

    @Autowired
    private Customers records;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void givingAccessOpensTheAccountSendsALinkAndHandsOverACode() throws Exception {
        assertThat(state()).isEqualTo("NONE");

        assertThat(give(adviser)).isNotBlank();

        assertThat(state()).isEqualTo("ACTIVE");
        assertThat(account().email()).isEqualTo(email());
        assertThat(SentMessages.to(email())).singleElement().isInstanceOf(PasswordLink.class);
        assertThat(jdbc.sql("""
                        select count(*) from audit.entry
                         where customer_id = ? and actor_account = ? and action in ('identity.account-opened', 'identity.access-given')
                        """)
                        .params(marie.id().value(), adviser.id().value())
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void givingItAnewForgetsTheOldAndTellsTheCustomer() throws Exception {
        var first = give(adviser);
        accounts.changePassword(account().id(), "une porte en bois bleu");
        var before = account().sessionVersion();

        assertThat(give(adviser)).isNotEqualTo(first);

        assertThat(account().sessionVersion()).as("sessions end").isGreaterThan(before);
        assertThat(jdbc.sql("select password_hash is null from identity.accounts where id = ?")
                        .param(account().id().value())
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(SentMessages.to(email()))
                .filteredOn(FactorChanged.class::isInstance)
                .extracting(message -> ((FactorChanged) message).change())
                .containsExactly(Change.ACCESS_GIVEN_ANEW);
    }

    @Test
    void itIsSuspendedAndGivenAgain() throws Exception {
        give(adviser);
        assertThat(perform(delete(path(marie.id())).with(adviser)).getStatus()).isEqualTo(204);
        assertThat(state()).isEqualTo("SUSPENDED");

        give(adviser);

        assertThat(state()).isEqualTo("ACTIVE");
    }

    @Test
    void withoutAnAddressThereIsNowhereToSendTheLink() throws Exception {
        assertProblem(perform(post(path(registered(null))).with(adviser)), 409, "customer-without-email");
    }

    @Test
    void anAddressThatSomebodySignsInWithIsNotGivenToAnother() throws Exception {
        var colleague = signIn.as(Grant.of(Role.QUALITY));

        assertProblem(
                perform(post(path(registered(colleague.account().email()))).with(adviser)), 409, "access-email-taken");
    }

    @Test
    void otherBranchesAndCustomerServiceGiveNone() throws Exception {
        assertProblem(perform(post(path(marie.id())).with(stranger)), 404, "not-found");
        assertProblem(perform(delete(path(marie.id())).with(stranger)), 404, "not-found");
        RequestPostProcessor operator = signIn.as(Grant.of(Role.OPERATOR));
        assertProblem(perform(post(path(marie.id())).with(operator)), 403, "forbidden");
        assertThat(accounts.findByCustomer(marie.id())).isEmpty();
    }

    private String give(RequestPostProcessor who) throws Exception {
        var answer = perform(post(path(marie.id())).with(who));
        assertThat(answer.getStatus()).isEqualTo(200);
        return json(answer).at("/code").asString();
    }

    private String state() throws Exception {
        return json(perform(get(path(marie.id())).with(adviser))).at("/state").asString();
    }

    private AccountView account() {
        return accounts.findByCustomer(marie.id()).orElseThrow();
    }

    private String email() {
        return Objects.requireNonNull(marie.email()).value();
    }

    private CustomerId registered(@Nullable String email) {
        return records.register(
                        new SystemActor("test"),
                        new RegisterCustomer(
                                new PersonalName("Pierre"),
                                new PersonalName("Martin"),
                                email == null ? null : new EmailAddress(email),
                                null,
                                "fr",
                                branch,
                                null))
                .orThrow()
                .id();
    }

    private static String path(CustomerId customer) {
        return "/api/customers/" + customer + "/access";
    }
}
