package fr.guichet.customers.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.guichet.identity.Grant;
import fr.guichet.shared.Role;
import fr.guichet.testing.SignIn;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reading and registering customers, by whom and how. */
class CustomersOverHttpTests extends CustomersHttpTest {

    @ParameterizedTest
    @CsvSource({
        "GET, /api/customers/me",
        "PUT, /api/customers/me",
        "POST, /api/customers",
        "POST, /api/customers/search",
        "GET, /api/customers/0199f000-0000-7000-8000-000000000000"
    })
    void nobodyDoesAnythingHereWithoutSigningIn(String method, String path) throws Exception {
        assertProblem(send(method, path, SignIn.nobody()), 401, "sign-in-required");
    }

    @ParameterizedTest
    @CsvSource({"POST, /api/customers", "POST, /api/customers/search"})
    void whatStaffDoIsForbiddenToCustomers(String method, String path) throws Exception {
        assertProblem(send(method, path, signIn.customer(marie.id())), 403, "forbidden");
    }

    @Test
    void onlyBranchStaffAndCustomerServiceReadRecords() throws Exception {
        var path = "/api/customers/" + marie.id();

        assertProblem(perform(get(path).with(signIn.customer(marie.id()))), 404, "not-found");
        assertProblem(perform(get(path).with(signIn.administrator())), 404, "not-found");
        assertThat(perform(get(path).with(signIn.as(Grant.of(Role.OPERATOR)))).getStatus())
                .isEqualTo(200);
    }

    @Test
    void staffReadTheRecordsOfTheirBranch() throws Exception {
        var path = "/api/customers/" + marie.id();

        var answer = perform(get(path).with(adviser));
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getHeader("ETag")).isEqualTo("\"0\"");
        var json = json(answer);
        assertThat(json.at("/firstName").asString()).isEqualTo("Marie");
        assertThat(json.at("/lastName").asString()).isEqualTo("Lefèvre");
        assertThat(json.at("/phone").asString()).isEqualTo("+33612345678");
        assertThat(json.at("/branchId").asString()).isEqualTo(branch.toString());
        assertThat(json.has("adviserId")).isFalse();

        assertProblem(perform(get(path).with(stranger)), 404, "not-found");
        assertProblem(perform(get("/api/customers/" + UUID.randomUUID()).with(adviser)), 404, "not-found");
        assertProblem(perform(get("/api/customers/1").with(adviser)), 404, "not-found");
    }

    @Test
    void staffRegisterACustomer() throws Exception {
        var request = Map.of(
                "firstName",
                " Pierre ",
                "lastName",
                "d’Artagnan",
                "email",
                UUID.randomUUID() + "@EXAMPLE.org",
                "phone",
                "06 12 34 56 78",
                "language",
                "fr");

        var answer = perform(body(post("/api/customers"), request).with(adviser));

        assertThat(answer.getStatus()).isEqualTo(201);
        assertThat(answer.getHeader("ETag")).isEqualTo("\"0\"");
        var json = json(answer);
        assertThat(json.at("/firstName").asString()).isEqualTo("Pierre");
        assertThat(json.at("/branchId").asString()).isEqualTo(branch.toString());
        assertThat(answer.getHeader("Location"))
                .isEqualTo("/api/customers/" + json.at("/id").asString());
        assertThat(perform(get("/api/customers/" + json.at("/id").asString()).with(adviser))
                        .getStatus())
                .isEqualTo(200);
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() throws Exception {
        var request = Map.of("firstName", "<b>", "lastName", "", "email", "x", "phone", "y", "language", "de");

        var answer = perform(body(post("/api/customers"), request).with(adviser));

        assertProblem(answer, 422, "invalid-request");
        assertThat(json(answer).at("/errors").findValuesAsString("field"))
                .containsExactly("firstName", "lastName", "email", "phone", "language");
        assertThat(json(answer).at("/errors").findValuesAsString("message"))
                .allSatisfy(text -> assertThat(text).isNotBlank().doesNotContain("invalid."));
    }

    @Test
    void aTakenAddressNamesTheOtherRecordOnlyToWhoMaySeeIt() throws Exception {
        var email = Objects.requireNonNull(marie.email()).value();
        var request = Map.of("firstName", "Pierre", "lastName", "Martin", "email", email, "language", "fr");

        var own = perform(body(post("/api/customers"), request).with(adviser));
        assertProblem(own, 409, "email-taken");
        assertThat(json(own).at("/customerId").asString()).isEqualTo(marie.id().toString());

        var foreign = perform(body(post("/api/customers"), request).with(stranger));
        assertProblem(foreign, 409, "email-taken");
        assertThat(foreign.getContentAsString()).doesNotContain(marie.id().toString(), email, "Marie");
    }

    @Test
    void nobodyRegistersInAnotherOrUnknownBranch() throws Exception {
        var request = Map.of("firstName", "P", "lastName", "M", "language", "fr", "branchId", branch.toString());

        var answer = perform(body(post("/api/customers"), request).with(stranger));

        assertProblem(answer, 403, "forbidden");
        assertProblem(perform(body(post("/api/customers"), request).with(signIn.administrator())), 403, "forbidden");
    }

    @Test
    void aRetriedRegistrationMakesOneRecord() throws Exception {
        var request = Map.of("firstName", "Pierre", "lastName", "Martin", "language", "fr");
        var key = UUID.randomUUID().toString();

        var first = perform(body(post("/api/customers"), request)
                .header("Idempotency-Key", key)
                .with(adviser));
        var again = perform(body(post("/api/customers"), request)
                .header("Idempotency-Key", key)
                .with(adviser));

        assertThat(first.getStatus()).isEqualTo(201);
        assertThat(again.getStatus()).isEqualTo(201);
        assertThat(again.getContentAsString()).isEqualTo(first.getContentAsString());
        assertThat(search(adviser, Map.of("q", "martin pierre")).at("/items").size())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u202e", "🐢", "', (select 1)) --", "%"})
    void hostileNamesAreRefusedAndHostileQueriesFindNothing(String text) throws Exception {
        var request = Map.of("firstName", "Pierre" + text, "lastName", "M", "language", "fr");

        assertProblem(perform(body(post("/api/customers"), request).with(adviser)), 422, "invalid-request");
        assertThat(search(adviser, Map.of("q", "zz" + text)).at("/items").size())
                .isZero();
    }

    @Test
    void aTextThatCannotBeStoredIsRefusedWhereverItStands() throws Exception {
        var request = Map.of("firstName", "Pierre\u0000", "lastName", "M", "language", "fr");

        assertThat(perform(body(post("/api/customers"), request).with(adviser)).getStatus())
                .isIn(400, 422);
        assertThat(perform(body(post("/api/customers/search"), Map.of("q", "zz\u0000"))
                                .with(adviser))
                        .getStatus())
                .isIn(200, 400, 422);
    }
}
