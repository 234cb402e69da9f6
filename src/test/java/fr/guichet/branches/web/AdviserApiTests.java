package fr.guichet.branches.web;

import static fr.guichet.branches.SampleNetwork.SYSTEM;
import static fr.guichet.branches.SampleNetwork.adviser;
import static fr.guichet.branches.SampleNetwork.branch;
import static fr.guichet.branches.SampleNetwork.span;
import static fr.guichet.testing.SignIn.nobody;
import static org.assertj.core.api.Assertions.assertThat;

import fr.guichet.branches.BranchAdministration;
import fr.guichet.branches.Schedules;
import fr.guichet.shared.AdviserId;
import fr.guichet.shared.BranchId;
import fr.guichet.shared.CustomerId;
import fr.guichet.testing.Api;
import fr.guichet.testing.SignIn;
import fr.guichet.testing.SignIn.As;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

/** Advisers, their weekly hours, single days and absences, by those who may. */
@ApiTest
class AdviserApiTests {

    private static final String MORNINGS = """
            {"validFrom": "2026-11-23", "everyWeeks": 1, "weeks": [
              {"week": 1, "days": [{"day": "MONDAY", "intervals": [{"from": "09:00", "to": "12:00"}]}]}]}
            """;

    private final BranchAdministration administration;
    private final Schedules schedules;
    private final Api api;
    private final SignIn signIn;
    private BranchId branch = BranchId.next();
    private AdviserId sophie = AdviserId.next();
    private As manager;
    private As sophieHerself;
    private String path = "";

    AdviserApiTests(BranchAdministration administration, Schedules schedules, Api api, ApplicationContext context) {
        this.administration = administration;
        this.schedules = schedules;
        this.api = api;
        this.signIn = new SignIn(context);
        this.manager = signIn.administrator();
        this.sophieHerself = manager;
    }

    @BeforeEach
    void openABranch() {
        branch = administration.createBranch(SYSTEM, branch()).orThrow();
        sophie = administration.createAdviser(SYSTEM, branch, adviser("Sophie")).orThrow();
        manager = signIn.manager(branch);
        sophieHerself = signIn.adviser(branch, sophie);
        path = "/api/advisers/" + sophie;
    }

    @Test
    void theStaffOfTheBranchReadAnAdviser() {
        for (var reader : new As[] {sophieHerself, manager, signIn.adviser(branch), signIn.administrator()}) {
            var answer = api.get(reader, path).is(200);
            assertThat(answer.etag()).isEqualTo("\"1\"");
            assertThat(answer.text("displayName")).isEqualTo("Sophie");
            assertThat(answer.text("patterns/0/validFrom")).isEqualTo("2026-01-05");
            assertThat(answer.body().at("/patterns/0/weeks/0/days")).hasSize(5);
            assertThat(answer.text("patterns/0/weeks/0/days/0/intervals/0/from"))
                    .isEqualTo("08:30");
        }
        api.get(nobody(), path).isProblem(401, "sign-in-required");
        api.get(signIn.customer(CustomerId.next()), path).isProblem(404, "not-found");
        api.get(signIn.manager(BranchId.next()), path).isProblem(404, "not-found");
        api.get(manager, "/api/advisers/" + UUID.randomUUID()).isProblem(404, "not-found");
    }

    @Test
    void aManagerTakesOnAnAdviserAndChangesWhatIsSaidOfHim() {
        var body = """
                {"branchId": "%s", "displayName": "Karim", "skills": ["SAVINGS"], "languages": ["fr", "ar"], "pattern": %s}
                """;
        var made = api.post(manager, "/api/advisers", body.formatted(branch, MORNINGS))
                .is(201);
        assertThat(made.text("patterns/0/weeks/0/days/0/day")).isEqualTo("MONDAY");
        var karim = "/api/advisers/" + made.text("id");
        var changed = api.put(
                        manager,
                        karim,
                        made.etag(),
                        "{\"displayName\": \"Karim B.\", \"skills\": [], \"languages\": [\"fr\"], \"active\": false}")
                .is(200);
        assertThat(changed.etag()).isEqualTo("\"2\"");
        assertThat(changed.body().at("/active").asBoolean()).isFalse();
        var everyone = "/api/branches/" + branch + "/advisers?inactive=true";
        assertThat(api.get(manager, everyone).is(200).body())
                .extracting(adviser -> adviser.at("/displayName").asString() + " "
                        + adviser.at("/active").asBoolean())
                .containsExactly("Karim B. false", "Sophie true");
        api.get(signIn.customer(CustomerId.next()), everyone).isProblem(404, "not-found");
        api.get(signIn.manager(BranchId.next()), everyone).isProblem(404, "not-found");
        assertThat(api.get(manager, "/api/branches/" + branch + "/advisers").body())
                .hasSize(1);
        api.post(signIn.manager(BranchId.next()), "/api/advisers", body.formatted(branch, MORNINGS))
                .isProblem(403, "forbidden");
        api.post(sophieHerself, "/api/advisers", body.formatted(branch, MORNINGS))
                .isProblem(403, "forbidden");
        api.post(signIn.administrator(), "/api/advisers", body.formatted(UUID.randomUUID(), MORNINGS))
                .isProblem(404, "not-found");
        var absurd = api.post(manager, "/api/advisers", body.formatted(branch, MORNINGS.replace("2026-11", "1950-11")))
                .isProblem(422, "invalid-request");
        assertThat(absurd.text("errors/0/field")).isEqualTo("pattern.validFrom");
        api.post(manager, "/api/advisers", body.formatted(branch, MORNINGS).replace("SAVINGS", "savings"))
                .isProblem(422, "invalid-request");
    }

    @Test
    void weeklyHoursAreSetFromADayOn() {
        var answer = api.put(manager, path + "/pattern", "\"1\"", MORNINGS).is(200);
        assertThat(answer.etag()).isEqualTo("\"2\"");
        assertThat(answer.body().at("/patterns")).hasSize(2);
        var monday = LocalDate.parse("2026-11-23");
        assertThat(schedules.of(branch).orElseThrow().freeTime(sophie, monday, monday.plusDays(6)))
                .containsExactly(span("2026-11-23T09:00", "2026-11-23T12:00"));
        api.put(manager, path + "/pattern", "\"1\"", MORNINGS).isProblem(412, "stale");
        api.put(sophieHerself, path + "/pattern", "\"2\"", MORNINGS).isProblem(403, "forbidden");
        api.delete(manager, path + "/pattern/2026-11-23", "\"2\"").is(200);
        api.delete(manager, path + "/pattern/2026-11-23", "\"3\"").isProblem(404, "not-found");
        assertThat(schedules.of(branch).orElseThrow().freeTime(sophie, monday, monday))
                .hasSize(2);
    }

    @Test
    void hoursThatDoNotFitAreRefused() {
        var pattern = path + "/pattern";
        var overlapping = "{\"from\": \"09:00\", \"to\": \"12:00\"}, {\"from\": \"11:59\", \"to\": \"14:00\"}";
        var refused = api.put(
                        manager,
                        pattern,
                        "\"1\"",
                        MORNINGS.replace("{\"from\": \"09:00\", \"to\": \"12:00\"}", overlapping))
                .isProblem(422, "overlapping-hours");
        assertThat(refused.text("errors/0/field")).isEqualTo("weeks[0].days[0].intervals");
        var inverted = api.put(manager, pattern, "\"1\"", MORNINGS.replace("12:00", "08:00"))
                .isProblem(422, "invalid-request");
        assertThat(inverted.text("errors/0/field")).isEqualTo("weeks[0].days[0].intervals[0].to");
        api.put(manager, pattern, "\"1\"", MORNINGS.replace("12:00", "09:00")).isProblem(422, "invalid-request");
        api.put(manager, pattern, "\"1\"", MORNINGS.replace("12:00", "00:00")).is(200);
        api.put(manager, pattern, "\"2\"", MORNINGS.replace("12:00", "25:00")).isProblem(400, "malformed-request");
        api.put(manager, pattern, "\"2\"", MORNINGS.replace("\"week\": 1", "\"week\": 2"))
                .isProblem(422, "invalid-request");
        api.put(manager, pattern, "\"2\"", MORNINGS.replace("\"everyWeeks\": 1", "\"everyWeeks\": 3"))
                .isProblem(422, "invalid-request");
        api.put(manager, pattern, "\"2\"", MORNINGS.replace("2026-11-23", "2126-11-23"))
                .isProblem(422, "invalid-request");
        api.put(manager, pattern, "\"2\"", MORNINGS.replace("2026-11-23", "+999999-11-23"))
                .is4xx();
        api.put(manager, pattern, "\"2\"", MORNINGS.replace("[{\"from\"", "[null, {\"from\""))
                .isProblem(422, "invalid-request");
        api.put(manager, pattern, "\"2\"", MORNINGS.replace("MONDAY", "LUNDI")).isProblem(400, "malformed-request");
    }

    @Test
    void anAdviserPlansHerOwnDaysAndHerManagerDoes() {
        var day = path + "/overrides/2026-11-24";
        var off = "{\"intervals\": []}";
        api.put(sophieHerself, day, "\"1\"", off).is(200);
        api.put(manager, day, "\"2\"", "{\"intervals\": [{\"from\": \"14:00\", \"to\": \"16:00\"}]}")
                .is(200);
        var tuesday = LocalDate.parse("2026-11-24");
        assertThat(schedules.of(branch).orElseThrow().freeTime(sophie, tuesday, tuesday))
                .containsExactly(span("2026-11-24T14:00", "2026-11-24T16:00"));
        api.put(signIn.adviser(branch), day, "\"3\"", off).isProblem(403, "forbidden");
        api.put(signIn.adviser(BranchId.next()), day, "\"3\"", off).isProblem(404, "not-found");
        api.put(sophieHerself, day, "\"1\"", off).isProblem(412, "stale");
        api.put(sophieHerself, day, null, off).isProblem(428, "precondition-required");
        api.put(sophieHerself, path + "/overrides/2006-11-24", "\"3\"", off).isProblem(422, "invalid-request");
        api.delete(sophieHerself, day, "\"3\"").is(200);
        api.delete(sophieHerself, day, "\"4\"").isProblem(404, "not-found");
        assertThat(schedules.of(branch).orElseThrow().freeTime(sophie, tuesday, tuesday))
                .hasSize(2);
    }

    @Test
    void anAdviserSaysWhenSheIsAway() {
        var away = "{\"from\": \"2026-11-23T09:00\", \"to\": \"2026-11-24T00:00\", \"kind\": \"UNPLANNED\"}";
        var absence = api.post(sophieHerself, path + "/absences", away).is(201);
        assertThat(absence.text("from")).isEqualTo("2026-11-23T09:00:00+01:00");
        assertThat(absence.text("to")).isEqualTo("2026-11-24T00:00:00+01:00");
        assertThat(absence.text("kind")).isEqualTo("UNPLANNED");
        assertThat(api.get(manager, path + "/absences").body().get(0)).isEqualTo(absence.body());
        assertThat(api.get(manager, path).etag()).isEqualTo("\"2\"");
        var monday = LocalDate.parse("2026-11-23");
        assertThat(schedules.of(branch).orElseThrow().freeTime(sophie, monday, monday))
                .isEmpty();
        api.post(signIn.adviser(branch), path + "/absences", away).isProblem(403, "forbidden");
        api.post(signIn.manager(BranchId.next()), path + "/absences", away).isProblem(404, "not-found");
        api.post(sophieHerself, path + "/absences", away.replace("UNPLANNED", "SICKNESS"))
                .isProblem(400, "malformed-request");
        var mine = "/api/absences/" + absence.text("id");
        api.delete(signIn.adviser(branch), mine).isProblem(403, "forbidden");
        api.delete(signIn.adviser(BranchId.next()), mine).isProblem(404, "not-found");
        api.delete(sophieHerself, mine).is(204);
        api.delete(sophieHerself, mine).isProblem(404, "not-found");
        assertThat(schedules.of(branch).orElseThrow().freeTime(sophie, monday, monday))
                .hasSize(2);
    }
}
