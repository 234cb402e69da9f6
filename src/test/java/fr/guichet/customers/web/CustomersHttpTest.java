package fr.guichet.customers.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import fr.guichet.customers.Customer;
import fr.guichet.customers.Customers;
import fr.guichet.customers.PersonalName;
import fr.guichet.customers.RegisterCustomer;
import fr.guichet.shared.Actor.SystemActor;
import fr.guichet.shared.BranchId;
import fr.guichet.shared.EmailAddress;
import fr.guichet.shared.PhoneNumber;
import fr.guichet.testing.SignIn;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
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

/** The people and the record that tests of customers over HTTP start from. */
@SpringBootTest
@AutoConfigureMockMvc
abstract class CustomersHttpTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Customers customers;

    @Autowired
    private ApplicationContext context;

    final BranchId branch = BranchId.next();
    SignIn signIn;
    SignIn.As adviser;
    SignIn.As stranger;
    Customer marie;

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

    JsonNode search(RequestPostProcessor who, Map<String, Object> request) throws Exception {
        var answer = perform(body(post("/api/customers/search"), request).with(who));
        assertThat(answer.getStatus()).isEqualTo(200);
        return json(answer);
    }

    MockHttpServletResponse send(String method, String path, RequestPostProcessor who) throws Exception {
        var request =
                switch (method) {
                    case "GET" -> get(path);
                    case "PUT" -> body(put(path), Map.of("language", "fr")).header("If-Match", "\"0\"");
                    default -> body(post(path), Map.of());
                };
        return perform(request.with(who));
    }

    MockHttpServletResponse perform(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request).andReturn().getResponse();
    }

    static MockHttpServletRequestBuilder body(MockHttpServletRequestBuilder request, Object body) {
        return request.contentType(MediaType.APPLICATION_JSON).content(JSON.writeValueAsBytes(body));
    }

    static JsonNode json(MockHttpServletResponse answer) throws Exception {
        return JSON.readTree(answer.getContentAsByteArray());
    }

    static void assertProblem(MockHttpServletResponse answer, int status, String name) throws Exception {
        assertThat(json(answer).at("/type").asString()).isEqualTo("/problems/" + name);
        assertThat(answer.getStatus()).isEqualTo(status);
    }
}
