package fr.guichet.customers.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import fr.guichet.branches.BranchAdministration;
import fr.guichet.branches.SampleNetwork;
import fr.guichet.customers.Customer;
import fr.guichet.customers.Customers;
import fr.guichet.customers.PersonalName;
import fr.guichet.customers.PhoneNumber;
import fr.guichet.customers.RegisterCustomer;
import fr.guichet.shared.Actor.SystemActor;
import fr.guichet.shared.BranchId;
import fr.guichet.shared.EmailAddress;
import fr.guichet.testing.SignIn;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest
@AutoConfigureMockMvc
class CustomersOverHttpTests {

    private static final JsonMapper JSON = JsonMapper.shared();

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Customers customers;

    @Autowired
    private BranchAdministration administration;

    @Autowired
    private ApplicationContext context;

    private final BranchId branch = BranchId.next();
    private SignIn signIn;
    private SignIn.As adviser;
    private SignIn.As stranger;
    private Customer marie;

    @BeforeEach
    void people() {
        signIn = new SignIn(context);
        adviser = signIn.adviser(branch);
        stranger = signIn.manager(BranchId.next());
        marie = customers
                .register(
                        new SystemActor("test"),
                        new RegisterCustomer(
                                new PersonalName("Marie"),
                                new PersonalName("Lefèvre"),
                                new EmailAddress(UUID.randomUUID() + "@example.org"),
                                new PhoneNumber("+33612345678"),
                                "fr",
                                branch,
                                null))
                .orThrow();
    }

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
    @CsvSource({
        "POST, /api/customers",
        "POST, /api/customers/search",
        "GET, /api/customers/0199f000-0000-7000-8000-000000000000"
    })
    void whatStaffDoIsForbiddenToCustomers(String method, String path) throws Exception {
        assertProblem(send(method, path, signIn.customer(marie.id())), 403, "forbidden");
    }

    @ParameterizedTest
    @CsvSource({"GET, /api/customers/me", "PUT, /api/customers/me"})
    void staffHaveNoRecordOfTheirOwn(String method, String path) throws Exception {
        assertProblem(send(method, path, adviser), 403, "forbidden");
        assertProblem(send(method, path, signIn.administrator()), 403, "forbidden");
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
        assertThat(perform(get(path).with(signIn.administrator())).getStatus()).isEqualTo(200);
        assertProblem(perform(get("/api/customers/" + UUID.randomUUID()).with(adviser)), 404, "not-found");
        assertProblem(perform(get("/api/customers/1").with(adviser)), 404, "not-found");
    }

    @Test
    void aCustomerReadsAndChangesHisOwnRecord() throws Exception {
        var own = signIn.customer(marie.id());
        assertThat(json(perform(get("/api/customers/me").with(own))).at("/id").asString())
                .isEqualTo(marie.id().toString());

        var change = Map.of("phone", "07 61 23 45 67", "language", "en");
        var answer = perform(body(put("/api/customers/me"), change)
                .header("If-Match", "\"0\"")
                .with(own));
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getHeader("ETag")).isEqualTo("\"1\"");
        assertThat(json(answer).at("/phone").asString()).isEqualTo("+33761234567");

        var stale = perform(body(put("/api/customers/me"), change)
                .header("If-Match", "\"0\"")
                .with(own));
        assertProblem(stale, 412, "stale");
        assertThat(json(stale).at("/current/version").asLong()).isEqualTo(1);
        assertThat(json(stale).at("/title").asString())
                .as("in her language by now")
                .isEqualTo("Changed in the meantime");

        var removed = perform(body(put("/api/customers/me"), Map.of("language", "fr"))
                .header("If-Match", "\"1\"")
                .with(own));
        assertThat(json(removed).has("phone")).isFalse();
    }

    @Test
    void aChangeNeedsTheVersionAndGoodValues() throws Exception {
        var own = signIn.customer(marie.id());

        assertProblem(
                perform(body(put("/api/customers/me"), Map.of("language", "fr")).with(own)),
                428,
                "precondition-required");
        assertProblem(
                perform(body(put("/api/customers/me"), Map.of("language", "fr"))
                        .header("If-Match", "*")
                        .with(own)),
                400,
                "malformed-request");
        var wrong = perform(body(put("/api/customers/me"), Map.of("phone", "06", "language", "de"))
                .header("If-Match", "\"0\"")
                .with(own));
        assertProblem(wrong, 422, "invalid-request");
        assertThat(json(wrong).at("/errors").findValuesAsString("field")).containsExactly("phone", "language");
        assertProblem(
                perform(body(put("/api/customers/me"), Map.of("language", "fr", "email", "x@example.org"))
                        .header("If-Match", "\"0\"")
                        .with(own)),
                400,
                "malformed-request");
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

        assertProblem(answer, 422, "invalid-request");
        assertThat(json(answer).at("/errors/0/field").asString()).isEqualTo("branchId");
        var withoutBranch = Map.of("firstName", "P", "lastName", "M", "language", "fr");
        assertProblem(
                perform(body(post("/api/customers"), withoutBranch).with(signIn.administrator())),
                422,
                "invalid-request");
    }

    @Test
    void anAdministratorRegistersInAnyBranchThatExists() throws Exception {
        var real = administration
                .createBranch(SampleNetwork.SYSTEM, SampleNetwork.branch())
                .get();
        var administrator = signIn.administrator();

        var registered = perform(body(post("/api/customers"), inBranch(real)).with(administrator));
        assertThat(registered.getStatus()).isEqualTo(201);
        assertThat(json(registered).at("/branchId").asString()).isEqualTo(real.toString());

        assertProblem(
                perform(body(post("/api/customers"), inBranch(BranchId.next())).with(administrator)),
                422,
                "invalid-request");
    }

    private static Map<String, String> inBranch(BranchId home) {
        return Map.of("firstName", "Pierre", "lastName", "Martin", "language", "fr", "branchId", home.toString());
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

    @Test
    void searchShowsTheOwnBranchOnly() throws Exception {
        assertThat(search(adviser, Map.of("q", "LEFEV mar")).at("/items/0/id").asString())
                .isEqualTo(marie.id().toString());
        assertThat(search(stranger, Map.of("q", "lefevre")).at("/items").size()).isZero();
        assertThat(search(adviser, Map.of()).at("/items").size()).isEqualTo(1);
    }

    @Test
    void searchGoesOnWhereThePageEnded() throws Exception {
        for (var i = 0; i < 4; i++) {
            perform(body(post("/api/customers"), Map.of("firstName", "Zoé", "lastName", "Zola", "language", "fr"))
                    .with(adviser));
        }
        var first = search(adviser, Map.of("q", "zo", "limit", 3));
        var second = search(
                adviser,
                Map.of("q", "zo", "limit", 3, "cursor", first.at("/nextCursor").asString()));

        assertThat(first.at("/items").size()).isEqualTo(3);
        assertThat(second.at("/items").size()).isEqualTo(1);
        assertThat(second.hasNonNull("nextCursor")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"limit\":0}",
                "{\"limit\":101}",
                "{\"limit\":\"x\"}",
                "{\"cursor\":\"x\"}",
                "{\"cursor\":\"AAAA\"}",
                "[]",
                "",
                "{\"q\":{}}",
                "{\"name\":\"x\"}"
            })
    void hostileSearchesAreRefused(String request) throws Exception {
        var answer = perform(post("/api/customers/search")
                .contentType(MediaType.APPLICATION_JSON)
                .content(request)
                .with(adviser));

        assertThat(answer.getStatus()).isIn(400, 422);
        assertThat(answer.getContentType()).startsWith("application/problem+json");
        assertThat(answer.getContentAsString()).doesNotContain("Exception", "java", "SQL");
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

    private JsonNode search(RequestPostProcessor who, Map<String, Object> request) throws Exception {
        var answer = perform(body(post("/api/customers/search"), request).with(who));
        assertThat(answer.getStatus()).isEqualTo(200);
        return json(answer);
    }

    private MockHttpServletResponse send(String method, String path, RequestPostProcessor who) throws Exception {
        var request =
                switch (method) {
                    case "GET" -> get(path);
                    case "PUT" -> body(put(path), Map.of("language", "fr")).header("If-Match", "\"0\"");
                    default -> body(post(path), Map.of());
                };
        return perform(request.with(who));
    }

    private MockHttpServletResponse perform(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request).andReturn().getResponse();
    }

    private static MockHttpServletRequestBuilder body(MockHttpServletRequestBuilder request, Object body) {
        return request.contentType(MediaType.APPLICATION_JSON).content(JSON.writeValueAsBytes(body));
    }

    private static JsonNode json(MockHttpServletResponse answer) throws Exception {
        return JSON.readTree(answer.getContentAsByteArray());
    }

    private static void assertProblem(MockHttpServletResponse answer, int status, String name) throws Exception {
        assertThat(json(answer).at("/type").asString()).isEqualTo("/problems/" + name);
        assertThat(answer.getStatus()).isEqualTo(status);
    }
}
