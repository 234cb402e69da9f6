package fr.guichet.platform.events.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.guichet.shared.BranchId;
import fr.guichet.shared.CustomerId;
import fr.guichet.testing.GuichetTest;
import fr.guichet.testing.SignIn;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Administrators see what could not be delivered and send it again; nobody else does. */
@GuichetTest
@AutoConfigureMockMvc
class DeadLetterApiTests {

    private static final String LETTERS = "/api/operations/dead-letters";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private JdbcClient jdbc;

    private final SignIn signIn;
    private final SignIn.As administrator;

    DeadLetterApiTests(@Autowired ApplicationContext context) {
        signIn = new SignIn(context);
        administrator = signIn.administrator();
    }

    @BeforeEach
    void forgetWhatWas() {
        jdbc.sql("delete from platform.event_dead_letter").update();
        jdbc.sql("delete from platform.scheduled_tasks where task_name = 'event-delivery'")
                .update();
    }

    @Test
    void areForAdministratorsOnly() throws Exception {
        var letter = letter(0);
        for (var address : List.of(get(LETTERS), post(LETTERS + "/" + letter + "/replay"))) {
            mvc.perform(address.with(SignIn.nobody())).andExpect(status().isUnauthorized());
        }
        for (var other : List.of(
                signIn.customer(CustomerId.next()), signIn.adviser(BranchId.next()), signIn.manager(BranchId.next()))) {
            mvc.perform(get(LETTERS).with(other)).andExpect(status().isForbidden());
            mvc.perform(post(LETTERS + "/" + letter + "/replay").with(other)).andExpect(status().isNotFound());
        }
    }

    @Test
    void areListedPageByPageTheLatestFirst() throws Exception {
        var letters = new ArrayList<String>();
        for (int i = 0; i < 5; i++) {
            letters.addFirst(letter(i).toString());
        }

        var seen = new ArrayList<String>();
        var address = LETTERS + "?limit=2";
        while (!address.isEmpty()) {
            var page = read(address);
            page.get("items").forEach(item -> seen.add(item.get("id").asString()));
            assertThat(page.get("items").size()).isLessThanOrEqualTo(2);
            address = page.hasNonNull("nextCursor")
                    ? LETTERS + "?limit=2&cursor=" + page.get("nextCursor").asString()
                    : "";
        }

        assertThat(seen).isEqualTo(letters);
    }

    @Test
    void areSentAgainOnceHoweverOftenOneAsks() throws Exception {
        var letter = letter(0);

        for (int i = 0; i < 3; i++) {
            mvc.perform(post(LETTERS + "/" + letter + "/replay").with(administrator))
                    .andExpect(status().isOk())
                    .andExpect(jsonPath("$.id", is(letter.toString())))
                    .andExpect(jsonPath("$.replayed").isNotEmpty());
        }

        assertThat(jdbc.sql(
                                "select count(*) from platform.scheduled_tasks where task_instance like '%/platform.nobody'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(jdbc.sql(
                                "select count(*) from audit.entry where action = 'platform.dead-letter-replayed' and subject_id = ?")
                        .param(letter)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        mvc.perform(post(LETTERS + "/" + UUID.randomUUID() + "/replay").with(administrator))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.type", is("/problems/not-found")))
                .andExpect(jsonPath("$.replayed").doesNotExist());
    }

    private JsonNode read(String address) throws Exception {
        return JsonMapper.shared()
                .readTree(mvc.perform(get(address).with(administrator))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsByteArray());
    }

    private UUID letter(int minute) {
        var id = UUID.randomUUID();
        jdbc.sql("""
                        insert into platform.event_dead_letter
                            (id, event_id, event_type, listener_id, payload, failure_class, failure_message, attempts,
                             published_at, first_failed_at, last_failed_at)
                        values (:id, :event, 'platform.Gone', 'platform.nobody', '{}', 'java.lang.Error', '', 12, :at, :at, :at)
                        """)
                .param("id", id)
                .param("event", UUID.randomUUID())
                .param(
                        "at",
                        Instant.parse("2026-11-23T08:00:00.123456Z")
                                .plusSeconds(60L * minute)
                                .atOffset(ZoneOffset.UTC))
                .update();
        return id;
    }
}
