package fr.guichet.branches.web;

import static fr.guichet.branches.SampleNetwork.SYSTEM;
import static fr.guichet.branches.SampleNetwork.adviser;
import static fr.guichet.branches.SampleNetwork.branch;
import static fr.guichet.testing.SignIn.nobody;
import static org.assertj.core.api.Assertions.assertThat;

import fr.guichet.branches.BranchAdministration;
import fr.guichet.shared.BranchId;
import fr.guichet.shared.CustomerId;
import fr.guichet.testing.Api;
import fr.guichet.testing.SignIn;
import fr.guichet.testing.SignIn.As;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ApplicationContext;

/** What everyone reads of a branch, and how its manager runs it. */
@ApiTest
class BranchApiTests {

    private final BranchAdministration administration;
    private final Api api;
    private final SignIn signIn;
    private BranchId branch = BranchId.next();
    private As manager;
    private String path = "";

    BranchApiTests(BranchAdministration administration, Api api, ApplicationContext context) {
        this.administration = administration;
        this.api = api;
        this.signIn = new SignIn(context);
        this.manager = signIn.administrator();
    }

    @BeforeEach
    void openABranch() {
        branch = administration.createBranch(SYSTEM, branch(adviser("Sophie"))).orThrow();
        manager = signIn.manager(branch);
        path = "/api/branches/" + branch;
    }

    private static String change(String openingHours, int gridMinutes) {
        return """
                {"name": "Agence Bellecour", "position": {"lat": 45.7578, "lon": 4.832}, "zone": "Europe/Paris",
                 "address": {"street": "1 place Bellecour", "postcode": "69002", "town": "Lyon"},
                 "phone": "+33 4 78 11 11 11", "openingHours": "%s", "gridMinutes": %d, "holidayRegion": "FR"}
                """.formatted(openingHours, gridMinutes);
    }

    @Test
    void anyoneReadsABranch() {
        var answer = api.get(nobody(), path).is(200);
        assertThat(answer.etag()).isEqualTo("\"1\"");
        assertThat(answer.text("name")).isEqualTo("Agence de l’Hôtel de Ville");
        assertThat(answer.text("address/town")).isEqualTo("Lyon");
        assertThat(answer.body().at("/position/lat").asDouble()).isEqualTo(45.764);
        assertThat(answer.body().at("/openNow").asBoolean()).isTrue();
        assertThat(answer.text("nextOpening")).isEqualTo("2026-11-16T14:00:00+01:00");
        assertThat(answer.body().at("/week")).hasSize(7);
        assertThat(answer.text("week/0/day")).isEqualTo("MONDAY");
        assertThat(answer.text("week/0/intervals/0/from")).isEqualTo("09:00");
        assertThat(answer.text("week/0/intervals/1/to")).isEqualTo("18:00");
        assertThat(answer.body().at("/week/6/intervals")).isEmpty();
        assertThat(answer.text("holidaysAhead/0/date")).isEqualTo("2026-12-25");
        assertThat(answer.text("holidaysAhead/0/name")).isEqualTo("Noël");
        assertThat(answer.text("holidayRegion")).isEqualTo("FR");
        assertThat(api.get(nobody(), path, "en").text("holidaysAhead/0/name")).isEqualTo("Christmas Day");
    }

    @Test
    void aBranchThatIsNotThereIsNotFound() {
        api.get(nobody(), "/api/branches/" + UUID.randomUUID()).isProblem(404, "not-found");
        api.get(nobody(), "/api/branches/lyon").isProblem(404, "not-found");
        api.put(signIn.administrator(), "/api/branches/" + UUID.randomUUID(), "\"1\"", change("24/7", 15))
                .isProblem(404, "not-found");
    }

    @Test
    void itsManagerChangesIt() {
        var answer =
                api.put(manager, path, "\"1\"", change("Mo-Sa 08:30-12:00", 20)).is(200);
        assertThat(answer.etag()).isEqualTo("\"2\"");
        assertThat(answer.text("name")).isEqualTo("Agence Bellecour");
        assertThat(answer.text("week/5/intervals/0/from")).isEqualTo("08:30");
        assertThat(answer.body().at("/openNow").asBoolean()).isFalse();
        assertThat(api.get(nobody(), path).body()).isEqualTo(answer.body());
    }

    @Test
    void nobodyElseDoes() {
        var body = change("24/7", 15);
        api.put(nobody(), path, "\"1\"", body).isProblem(401, "sign-in-required");
        api.put(signIn.customer(CustomerId.next()), path, "\"1\"", body).isProblem(403, "forbidden");
        api.put(signIn.adviser(branch), path, "\"1\"", body).isProblem(403, "forbidden");
        api.put(signIn.manager(BranchId.next()), path, "\"1\"", body).isProblem(403, "forbidden");
        assertThat(api.get(nobody(), path).etag()).isEqualTo("\"1\"");
        api.put(signIn.administrator(), path, "\"1\"", body).is(200);
    }

    @Test
    void aChangeSaysWhatItHasSeen() {
        var body = change("24/7", 15);
        api.put(manager, path, null, body).isProblem(428, "precondition-required");
        api.put(manager, path, "1", body).isProblem(400, "malformed-request");
        api.put(manager, path, "\"1\"", body).is(200);
        var stale = api.put(manager, path, "\"1\"", body).isProblem(412, "stale");
        assertThat(stale.body().at("/current"))
                .isEqualTo(api.get(nobody(), path).body());
    }

    @Test
    void hoursThatCannotBeReadAreRefusedWithTheReasonAndABetterSpelling() {
        var refused = api.put(manager, path, "\"1\"", change("Lun-Ven 9h-12h", 15))
                .isProblem(422, "opening-hours-unreadable");
        assertThat(refused.text("errors/0/field")).isEqualTo("openingHours");
        assertThat(refused.text("errors/0/message")).isNotBlank();
        assertThat(refused.text("suggestion")).isEqualTo("Mo-Fr 09:00-12:00");
    }

    @Test
    void valuesThatCannotBeAreRefusedByField() {
        var grid = api.put(manager, path, "\"1\"", change("24/7", 25)).isProblem(422, "invalid-request");
        assertThat(grid.text("errors/0/field")).isEqualTo("gridMinutes");
        var zone = api.put(manager, path, "\"1\"", change("24/7", 15).replace("Europe/Paris", "Europe/Lyon"))
                .isProblem(422, "invalid-request");
        assertThat(zone.text("errors/0/field")).isEqualTo("zone");
        var town = api.put(manager, path, "\"1\"", change("24/7", 15).replace("\"Lyon\"", "\" \""))
                .isProblem(422, "invalid-request");
        assertThat(town.text("errors/0/field")).isEqualTo("address.town");
        var north = api.put(manager, path, "\"1\"", change("24/7", 15).replace("45.7578", "145.7578"))
                .isProblem(422, "invalid-request");
        assertThat(north.text("errors/0/field")).isEqualTo("position.lat");
        api.put(manager, path, "\"1\"", change("24/7", 15).replace("\"name\"", "\"nom\""))
                .isProblem(400, "malformed-request");
        api.put(manager, path, "\"1\"", "{").isProblem(400, "malformed-request");
        assertThat(api.get(nobody(), path).etag()).isEqualTo("\"1\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"04 78 11 11", "call us", "+33 4 78", "0000000000", "+0478111111", "04 78 11 11 11 ext 5"})
    void aPhoneNobodyCanDialIsRefusedAsTheImportRefusesIt(String phone) {
        var refused = api.put(manager, path, "\"1\"", change("24/7", 15).replace("+33 4 78 11 11 11", phone))
                .isProblem(422, "invalid-request");
        assertThat(refused.text("errors/0/field")).isEqualTo("phone");
        assertThat(refused.text("errors/0/message")).contains("04 78 00 00 00");
    }

    @ParameterizedTest
    @CsvSource({
        "04 78 11 11 11, +33478111111",
        "0033 (0)4.78.11.11.11, +33478111111",
        "0262 11 11 11, +262262111111",
        "3639, 3639"
    })
    void aPhoneIsKeptAsTheImportKeepsIt(String phone, String kept) {
        var changed = api.put(manager, path, "\"1\"", change("24/7", 15).replace("+33 4 78 11 11 11", phone))
                .is(200);
        assertThat(changed.text("phone")).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"00000", "00100", "96000", "99999", "6900", "690022", "6900A", "٦٩٠٠٢"})
    void aPostcodeThatDoesNotExistIsRefusedAsTheImportRefusesIt(String postcode) {
        var refused = api.put(manager, path, "\"1\"", change("24/7", 15).replace("69002", postcode))
                .isProblem(422, "invalid-request");
        assertThat(refused.text("errors/0/field")).isEqualTo("address.postcode");
        assertThat(api.get(nobody(), path).etag()).isEqualTo("\"1\"");
    }

    @ParameterizedTest
    @CsvSource({
        "Le Havre, havre",
        "Le Havre, le hav",
        "La Rochelle, ROCHELLE",
        "Les Sables-d’Olonne, sables d olonne",
        "L’Haÿ-les-Roses, hay",
        "Saint-Étienne, st etienne",
        "Saint-Étienne, st",
        "Sainte-Foy-lès-Lyon, ste",
        "Évry-Courcouronnes, evry courcou"
    })
    void aTownIsFoundHoweverItIsWritten(String town, String typed) {
        api.put(manager, path, "\"1\"", change("24/7", 15).replace("\"Lyon\"", "\"" + town + "\""))
                .is(200);

        var found = api.get(nobody(), "/api/branches?limit=50&q=" + typed).is(200);

        assertThat(found.body().at("/items"))
                .extracting(item -> item.get("id").asString())
                .contains(branch.toString());
        assertThat(api.get(nobody(), "/api/branches?limit=50&q=" + typed + " xyz")
                        .is(200)
                        .body()
                        .at("/items"))
                .isEmpty();
    }

    @Test
    void aClosureIsShownUntilItIsTakenBack() {
        var closure = api.post(
                        manager,
                        path + "/closures",
                        "{\"from\": \"2026-12-24T12:00\", \"to\": \"2026-12-28T00:00\", \"reason\": \"Fêtes\"}")
                .is(201);
        assertThat(closure.text("from")).isEqualTo("2026-12-24T12:00:00+01:00");
        var shown = api.get(nobody(), path);
        assertThat(shown.body().at("/upcomingClosures/0")).isEqualTo(closure.body());
        assertThat(shown.etag()).isEqualTo("\"2\"");
        var closurePath = "/api/closures/" + closure.text("id");
        api.delete(signIn.adviser(branch), closurePath).isProblem(403, "forbidden");
        api.delete(signIn.manager(BranchId.next()), closurePath).isProblem(403, "forbidden");
        api.delete(manager, closurePath).is(204);
        api.delete(manager, closurePath).isProblem(404, "not-found");
        assertThat(api.get(nobody(), path).body().at("/upcomingClosures")).isEmpty();
    }

    @Test
    void aClosureHasTimeWithinReach() {
        var closures = path + "/closures";
        var noTime = api.post(
                        manager,
                        closures,
                        "{\"from\": \"2027-03-28T02:10\", \"to\": \"2027-03-28T02:50\", \"reason\": \"Rien\"}")
                .isProblem(422, "invalid-request");
        assertThat(noTime.text("errors/0/field")).isEqualTo("to");
        api.post(
                        manager,
                        closures,
                        "{\"from\": \"2026-12-24T12:00\", \"to\": \"2026-12-24T12:00\", \"reason\": \"Rien\"}")
                .isProblem(422, "invalid-request");
        api.post(
                        manager,
                        closures,
                        "{\"from\": \"2026-12-24T12:00\", \"to\": \"2199-12-24T12:00\", \"reason\": \"Toujours\"}")
                .isProblem(422, "invalid-request");
        api.post(
                        manager,
                        closures,
                        "{\"from\": \"1999-01-01T00:00\", \"to\": \"2026-12-24T12:00\", \"reason\": \"Toujours\"}")
                .isProblem(422, "invalid-request");
        api.post(manager, closures, "{\"from\": \"demain\", \"to\": \"2026-12-24T12:00\", \"reason\": \"Rien\"}")
                .isProblem(400, "malformed-request");
        assertThat(api.get(nobody(), path).body().at("/upcomingClosures")).isEmpty();
    }

    @Test
    void thoseWhoAreSignedInReadTheAdvisers() {
        administration
                .createAdviser(SYSTEM, branch, adviser("Adam", "MORTGAGE"))
                .orThrow();
        api.get(nobody(), path + "/advisers").isProblem(401, "sign-in-required");
        var answer =
                api.get(signIn.customer(CustomerId.next()), path + "/advisers").is(200);
        assertThat(answer.body()).hasSize(2);
        assertThat(answer.text("0/displayName")).isEqualTo("Adam");
        assertThat(answer.text("0/skills/0")).isEqualTo("MORTGAGE");
        api.get(manager, path + "/advisers?reason=" + UUID.randomUUID()).isProblem(404, "not-found");
    }
}
