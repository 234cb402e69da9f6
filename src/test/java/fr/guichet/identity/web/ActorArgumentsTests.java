package fr.guichet.identity.web;

import static fr.guichet.identity.rights.Operation.on;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.guichet.identity.rights.Rights;
import fr.guichet.identity.rights.RightsTable;
import fr.guichet.shared.Actor;
import fr.guichet.shared.Actor.CustomerActor;
import fr.guichet.shared.Actor.StaffActor;
import fr.guichet.shared.BranchId;
import fr.guichet.shared.CustomerId;
import fr.guichet.shared.Right;
import fr.guichet.testing.SignIn;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@SpringBootTest
@AutoConfigureMockMvc
@Import({ActorArgumentsTests.Asking.class, ActorArgumentsTests.Lines.class})
class ActorArgumentsTests {

    @Autowired
    private MockMvc mvc;

    private SignIn.As customer;
    private SignIn.As manager;

    @BeforeEach
    void people(@Autowired ApplicationContext context) {
        var signIn = new SignIn(context);
        customer = signIn.customer(CustomerId.next());
        manager = signIn.manager(BranchId.next());
    }

    @Test
    void anActorIsWhoeverIsSignedIn() throws Exception {
        mvc.perform(get("/api/branches/any").with(customer)).andExpect(content().string(everywhere(customer)));
        mvc.perform(get("/api/branches/any").with(manager)).andExpect(content().string(everywhere(manager)));
        mvc.perform(get("/api/branches/any")).andExpect(status().isUnauthorized());
    }

    @Test
    void aKindOfActorTakesThatKindOnly() throws Exception {
        mvc.perform(get("/api/test/customer").with(customer)).andExpect(status().isOk());
        mvc.perform(get("/api/test/customer").with(manager))
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.type").value("/problems/forbidden"));
        mvc.perform(get("/api/test/staff").with(manager)).andExpect(status().isOk());
        mvc.perform(get("/api/test/staff").with(customer)).andExpect(status().isForbidden());
    }

    @Test
    void aNullableActorTakesPassersBy() throws Exception {
        mvc.perform(get("/api/branches/anyone")).andExpect(content().string("passer-by"));
        mvc.perform(get("/api/branches/anyone").with(manager))
                .andExpect(content().string(everywhere(manager)));
    }

    private static String everywhere(SignIn.As who) {
        return who.actor().with(Right.ALL).toString();
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Lines {

        @Bean
        @Primary
        Rights rightsToAsk() {
            var lines = Stream.of(
                    on("anyone").everyone(),
                    on("any").signedIn(),
                    on("customer").signedIn(),
                    on("staff").signedIn());
            return new Rights(
                    Stream.concat(RightsTable.OPERATIONS.stream(), lines).toList());
        }
    }

    @RestController
    static class Asking {

        @GetMapping("/api/branches/any")
        String any(Actor actor) {
            return actor.toString();
        }

        @GetMapping("/api/branches/anyone")
        String anyone(@Nullable Actor actor) {
            return actor == null ? "passer-by" : actor.toString();
        }

        @GetMapping("/api/test/customer")
        String customer(CustomerActor actor) {
            return actor.toString();
        }

        @GetMapping("/api/test/staff")
        String staff(StaffActor actor) {
            return actor.toString();
        }
    }
}
