package fr.guichet.branches.web;

import static fr.guichet.branches.SampleNetwork.SYSTEM;
import static fr.guichet.branches.SampleNetwork.adviser;
import static fr.guichet.branches.SampleNetwork.branch;
import static fr.guichet.branches.SampleNetwork.code;
import static fr.guichet.testing.SignIn.nobody;
import static org.assertj.core.api.Assertions.assertThat;

import fr.guichet.branches.BranchAdministration;
import fr.guichet.shared.BranchId;
import fr.guichet.shared.CustomerId;
import fr.guichet.testing.Api;
import fr.guichet.testing.SignIn;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/** Why customers come: what they choose from, and how the bank defines it. */
@ApiTest
class ReasonApiTests {

    private final BranchAdministration administration;
    private final Api api;
    private final SignIn signIn;
    private String code = "";
    private String body = "";

    ReasonApiTests(BranchAdministration administration, Api api, ApplicationContext context) {
        this.administration = administration;
        this.api = api;
        this.signIn = new SignIn(context);
    }

    @BeforeEach
    void writeAReason() {
        code = "R" + code().toUpperCase(Locale.ROOT);
        body = """
                {"code": "%s", "names": {"fr": "Épargne", "en": "Savings"}, "descriptions": {"fr": "Faire le point", "en": ""},
                 "durationMinutes": 30, "bufferBeforeMinutes": 5, "bufferAfterMinutes": 10, "minNoticeMinutes": 120,
                 "horizonDays": 60, "requiredSkills": ["%s"],
                 "requiredDocuments": [{"fr": "Pièce d’identité", "en": "Proof of identity"}], "active": true}
                """.formatted(code, code);
    }

    private static JsonNode named(JsonNode list, String code) {
        for (var reason : list) {
            if (reason.get("code").asString().equals(code)) {
                return reason;
            }
        }
        throw new AssertionError("No " + code + " in " + list);
    }

    @Test
    void administratorsDefineReasonsAndEveryoneReadsThem() {
        var made = api.post(signIn.administrator(), "/api/reasons", body).is(201);
        assertThat(made.etag()).isEqualTo("\"1\"");
        assertThat(made.text("names/en")).isEqualTo("Savings");
        var french = named(api.get(nobody(), "/api/reasons").is(200).body(), code);
        assertThat(french.get("name").asString()).isEqualTo("Épargne");
        assertThat(french.get("durationMinutes").asInt()).isEqualTo(30);
        var english = named(api.get(nobody(), "/api/reasons", "en").body(), code);
        assertThat(english.get("name").asString()).isEqualTo("Savings");
        assertThat(english.at("/requiredDocuments/0").asString()).isEqualTo("Proof of identity");
        assertThat(english.get("description").asString()).isEmpty();
    }

    @Test
    void nobodyElseDefinesThem() {
        api.post(nobody(), "/api/reasons", body).isProblem(401, "sign-in-required");
        api.post(signIn.customer(CustomerId.next()), "/api/reasons", body).isProblem(403, "forbidden");
        api.post(signIn.manager(BranchId.next()), "/api/reasons", body).isProblem(403, "forbidden");
        var made = api.post(signIn.administrator(), "/api/reasons", body).is(201);
        var path = "/api/reasons/" + made.text("id");
        api.put(signIn.manager(BranchId.next()), path, "\"1\"", body).isProblem(403, "forbidden");
        api.get(signIn.manager(BranchId.next()), path).isProblem(403, "forbidden");
    }

    @Test
    void aReasonIsChangedByWhoHasSeenItsLastVersion() {
        var administrator = signIn.administrator();
        var made = api.post(administrator, "/api/reasons", body).is(201);
        var path = "/api/reasons/" + made.text("id");
        var changed =
                api.put(administrator, path, "\"1\"", body.replace("30", "45")).is(200);
        assertThat(changed.etag()).isEqualTo("\"2\"");
        assertThat(changed.body().get("durationMinutes").asInt()).isEqualTo(45);
        var stale = api.put(administrator, path, "\"1\"", body).isProblem(412, "stale");
        assertThat(stale.body().at("/current")).isEqualTo(changed.body());
        assertThat(api.get(administrator, path).body()).isEqualTo(changed.body());
        api.put(administrator, "/api/reasons/" + UUID.randomUUID(), "\"1\"", body)
                .isProblem(404, "not-found");
        api.put(administrator, path, "\"2\"", body.replace("true", "false")).is(200);
        assertThat(api.get(nobody(), "/api/reasons").body().toString()).doesNotContain(code);
    }

    @Test
    void codesAreTakenOnceAndValuesHaveLimits() {
        var administrator = signIn.administrator();
        api.post(administrator, "/api/reasons", body).is(201);
        var taken = api.post(administrator, "/api/reasons", body).isProblem(409, "code-taken");
        assertThat(taken.text("detail")).contains(code);
        api.post(administrator, "/api/reasons", body.replace("\"durationMinutes\": 30", "\"durationMinutes\": 481"))
                .isProblem(422, "invalid-request");
        api.post(administrator, "/api/reasons", body.replace("\"durationMinutes\": 30", "\"durationMinutes\": \"x\""))
                .isProblem(400, "malformed-request");
        api.post(administrator, "/api/reasons", body.replace("\"Épargne\"", "\"\""))
                .isProblem(422, "invalid-request");
        api.post(administrator, "/api/reasons", body.replace("\"Épargne\"", "\"\\u0000\""))
                .is4xx();
        api.post(administrator, "/api/reasons", body.replace("\"durationMinutes\": 30,", ""))
                .isProblem(422, "invalid-request");
    }

    @Test
    void aBranchOffersWhatSomeAdviserOfItCanServe() {
        api.post(signIn.administrator(), "/api/reasons", body).is(201);
        var without =
                administration.createBranch(SYSTEM, branch(adviser("Adam"))).orThrow();
        var with = administration
                .createBranch(SYSTEM, branch(adviser("Sophie", code)))
                .orThrow();
        assertThat(named(api.get(nobody(), "/api/reasons?branch=" + with).body(), code))
                .isNotEmpty();
        assertThat(api.get(nobody(), "/api/reasons?branch=" + without).body().toString())
                .doesNotContain(code);
        api.get(nobody(), "/api/reasons?branch=" + UUID.randomUUID()).isProblem(404, "not-found");
        api.get(nobody(), "/api/reasons?branch=lyon").isProblem(400, "malformed-request");
    }
}
