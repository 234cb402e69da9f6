package fr.guichet.branches.network;

import static fr.guichet.branches.network.NetworkFiles.HEADER;
import static fr.guichet.branches.network.NetworkFiles.bytes;
import static fr.guichet.branches.network.NetworkFiles.sample;
import static fr.guichet.testing.SignIn.nobody;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.guichet.branches.BranchesTest;
import fr.guichet.branches.SampleNetwork;
import fr.guichet.shared.BranchId;
import fr.guichet.shared.CustomerId;
import fr.guichet.testing.SignIn;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.net.URLEncoder;
import java.util.HashSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Files and searches over HTTP. */
@SpringBootTest
@AutoConfigureMockMvc
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
@Import(BranchesTest.Noon.class)
class NetworkApiTests {

    private static final String CSV = "text/csv";

    private final MockMvcTester mvc;
    private final JsonMapper json;
    private final SignIn signIn;
    private final RequestPostProcessor administrator;

    NetworkApiTests(MockMvcTester mvc, JsonMapper json, ApplicationContext context) {
        this.mvc = mvc;
        this.json = json;
        this.signIn = new SignIn(context);
        this.administrator = signIn.administrator();
    }

    private MockHttpServletResponse send(
            RequestPostProcessor as, String query, String type, byte[] file, @Nullable String key) {
        var request = mvc.method(HttpMethod.POST)
                .uri("/api/network/import" + query)
                .with(as)
                .header("Accept-Language", "fr")
                .contentType(type)
                .content(file);
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        return request.exchange().getResponse();
    }

    private MockHttpServletResponse csv(String mode, byte[] file) {
        return send(administrator, "?format=csv&mode=" + mode, CSV, file, null);
    }

    private MockHttpServletResponse get(RequestPostProcessor as, String path) {
        return mvc.method(HttpMethod.GET)
                .uri(URI.create(path))
                .with(as)
                .exchange()
                .getResponse();
    }

    private static String text(MockHttpServletResponse response) {
        try {
            return response.getContentAsString(UTF_8);
        } catch (UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }

    private JsonNode body(MockHttpServletResponse response, int status) {
        assertThat(response.getStatus()).as(text(response)).isEqualTo(status);
        return json.readTree(text(response));
    }

    private static String row(String code, String town) {
        return code + ",Agence,1 rue Haute,35000," + town + ",FR,48.1,-1.6,,,\"Mo-Fr 09:00-12:30,14:00-18:00\",,\n";
    }

    @Test
    void aReportSaysWhatIsWrongInTheReadersLanguage() {
        var report = body(csv("check", sample("agences.csv")), 200);
        assertThat(report.at("/format").asString()).isEqualTo("csv");
        assertThat(report.at("/mode").asString()).isEqualTo("check");
        assertThat(report.at("/read").asInt()).isEqualTo(13);
        assertThat(report.at("/rejectedEntries").asInt()).isEqualTo(11);
        assertThat(report.at("/taken").asBoolean()).isFalse();
        var first = report.at("/rejected/0");
        assertThat(first.at("/line").asInt()).isEqualTo(3);
        assertThat(first.at("/entry").asString()).isEqualTo("REN-02 · Rennes Sainte-Anne");
        assertThat(first.at("/field").asString()).isEqualTo("opening_hours");
        assertThat(first.at("/read").asString()).isEqualTo("09:00-12:30/14:00-18:00");
        assertThat(first.at("/problem").asString()).contains("virgule");
        assertThat(first.at("/suggestion").asString()).isEqualTo("Mo-Fr 09:00-12:30,14:00-18:00");
        report.at("/rejected")
                .forEach(reject -> assertThat(reject.at("/problem").asString())
                        .isNotBlank()
                        .doesNotContainPattern("«[\\s\u00a0]*»")
                        .doesNotContain("{")
                        .doesNotContain("'"));
        var english = mvc.method(HttpMethod.POST)
                .uri("/api/network/import?format=csv&mode=check")
                .with(administrator)
                .header("Accept-Language", "en")
                .contentType(CSV)
                .content(sample("agences.csv"))
                .exchange()
                .getResponse();
        // The account's language decides, and this one reads French.
        assertThat(text(english)).isEqualTo(text(csv("check", sample("agences.csv"))));
    }

    @Test
    void allOrNothingIsRefusedWithTheReport() {
        var problem = body(csv("take-all", sample("agences.csv")), 422);
        assertThat(problem.at("/type").asString()).isEqualTo("/problems/import-rejected");
        assertThat(problem.at("/report/rejected")).isNotEmpty();
        assertThat(problem.at("/report/taken").asBoolean()).isFalse();
        assertThat(text(get(nobody(), "/api/branches?q=rennes&limit=50"))).doesNotContain("REN-01");
    }

    @Test
    void aFileThatIsSentTwiceActsOnce() {
        var file = bytes(HEADER + row(SampleNetwork.code(), "Rennes"));
        var key = SampleNetwork.code();
        var first = send(administrator, "?format=csv&mode=take-all", CSV, file, key);
        var second = send(administrator, "?format=csv&mode=take-all", CSV, file, key);
        assertThat(body(first, 200).at("/created").asInt()).isEqualTo(1);
        assertThat(text(second)).isEqualTo(text(first));
    }

    @Test
    void aReportIsCutAtAThousandReasonsAndCountsThemAll() {
        var rows = new StringBuilder(HEADER);
        for (int i = 0; i < 3000; i++) {
            rows.append("C").append(i).append(",A,B,35000,Rennes,,,,,,09:00,,\n");
        }
        var report = body(csv("check", bytes(rows.toString())), 200);
        assertThat(report.at("/rejected")).hasSize(1000);
        assertThat(report.at("/rejectedEntries").asInt()).isEqualTo(3000);
        assertThat(report.at("/faults").asInt()).isEqualTo(3000);
    }

    @Test
    void whatCannotBeShownIsMarked() {
        var feature = NetworkFiles.feature(", \"ref\": \"\\ud800\\u0000" + "\uD83C\uDFE6".repeat(300) + "\"", "null");
        var report = body(
                send(
                        administrator,
                        "?format=geojson&mode=check",
                        "application/geo+json",
                        feature,
                        SampleNetwork.code()),
                200);
        assertThat(report.at("/rejected/0/problem").asString()).isNotBlank();
        assertThat(report.at("/rejected/0/entry").asString())
                .hasSizeLessThan(500)
                .contains("\uFFFD");
        var header = body(csv("check", bytes("x".repeat(1_000_000))), 200);
        assertThat(header.at("/rejected/0/problem").asString()).hasSizeLessThan(1000);
    }

    @Test
    void othersMayNeitherSendNorFetch() {
        var file = bytes(HEADER);
        for (var other : new RequestPostProcessor[] {
            signIn.manager(BranchId.next()), signIn.adviser(BranchId.next()), signIn.customer(CustomerId.next())
        }) {
            assertThat(send(other, "?format=csv&mode=check", CSV, file, null).getStatus())
                    .isEqualTo(403);
            assertThat(get(other, "/api/network/export?format=csv").getStatus()).isEqualTo(403);
        }
        assertThat(send(nobody(), "?format=csv&mode=check", CSV, file, null).getStatus())
                .isEqualTo(401);
        assertThat(get(nobody(), "/api/network/export?format=csv").getStatus()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({
        "?format=xls&mode=check, text/csv, 400",
        "?format=csv&mode=all, text/csv, 400",
        "?format=csv, text/csv, 400",
        "?mode=check, text/csv, 400",
        "?format=csv&mode=check&x=1, text/csv, 400",
        "?format=csv&mode=check, image/png, 415"
    })
    void absurdRequestsAreRefused(String query, String type, int status) {
        assertThat(send(administrator, query, type, bytes(HEADER), null).getStatus())
                .isEqualTo(status);
    }

    @Test
    void fiveMegabytesAreTheMost() {
        assertThat(csv("check", new byte[5 * 1024 * 1024 + 1]).getStatus()).isEqualTo(413);
        var largest = bytes(HEADER + " ".repeat(5 * 1024 * 1024 - HEADER.length()));
        assertThat(body(csv("check", largest), 200).at("/read").asInt()).isZero();
    }

    @Test
    void anExportIsAFile() {
        csv("take-all", bytes(HEADER + row(SampleNetwork.code(), "Rennes")));
        for (var format : NetworkFormat.values()) {
            var response = get(administrator, "/api/network/export?format=" + format.word());
            assertThat(response.getStatus()).isEqualTo(200);
            assertThat(response.getHeader("Content-Disposition")).contains("network." + format.word());
            assertThat(response.getContentType())
                    .startsWith(format == NetworkFormat.CSV ? CSV : "application/geo+json");
            var type = format == NetworkFormat.CSV ? CSV : "application/geo+json";
            var report = body(
                    send(
                            administrator,
                            "?format=" + format.word() + "&mode=take-all",
                            type,
                            bytes(text(response)),
                            null),
                    200);
            assertThat(report.at("/unchanged").asInt())
                    .isEqualTo(report.at("/read").asInt());
        }
        assertThat(get(administrator, "/api/network/export?format=xls").getStatus())
                .isEqualTo(400);
    }

    @Test
    void anyoneFindsABranch() {
        var town = "Saint-" + SampleNetwork.code();
        csv("take-all", bytes(HEADER + row(SampleNetwork.code(), town) + row(SampleNetwork.code(), town)));
        var path = "/api/branches?limit=1&near=48.2,-1.6&q=" + town.replace("Saint-", "ST%20");
        var page = body(get(nobody(), path), 200);
        var branch = page.at("/items/0");
        assertThat(branch.at("/address/town").asString()).isEqualTo(town);
        assertThat(branch.at("/position/lat").asDouble()).isEqualTo(48.1);
        assertThat(branch.at("/distanceMetres").asInt()).isBetween(11_100, 11_130);
        assertThat(branch.at("/openNow").asBoolean()).isTrue();
        assertThat(branch.at("/nextOpening").asString()).isEqualTo("2026-11-16T14:00:00+01:00");
        assertThat(branch.has("phone")).isFalse();
        var next = body(get(nobody(), path + "&cursor=" + page.at("/nextCursor").asString()), 200);
        assertThat(next.at("/items")).hasSize(1);
        assertThat(next.has("nextCursor") && !next.at("/nextCursor").isNull()).isFalse();
        var ids = new HashSet<String>();
        ids.add(branch.at("/id").asString());
        ids.add(next.at("/items/0/id").asString());
        assertThat(ids).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "near=999,0",
                "near=0,181",
                "near=NaN,0",
                "near=1e3,0",
                "near=48.1",
                "near=a,b",
                "near=48.1,-1.6,3",
                "limit=0",
                "limit=51",
                "limit=-1"
            })
    void absurdSearchesAreTold(String query) {
        var problem = body(get(nobody(), "/api/branches?" + query), 422);
        assertThat(problem.at("/errors/0/field").asString()).isEqualTo(query.substring(0, query.indexOf('=')));
    }

    @Test
    void whatMeansSomethingElsewhereMeansNothingHere() {
        for (var typed : new String[] {"%", "_", "%%", "\\", "' or 1=1", "*", "🏦"}) {
            var page = body(get(nobody(), "/api/branches?q=" + URLEncoder.encode(typed, UTF_8)), 200);
            assertThat(page.at("/items")).as(typed).isEmpty();
        }
        assertThat(get(nobody(), "/api/branches?q=" + "x".repeat(10_000)).getStatus())
                .isEqualTo(422);
        assertThat(get(nobody(), "/api/branches?cursor=abc").getStatus()).isEqualTo(400);
        assertThat(get(nobody(), "/api/branches?town=Rennes").getStatus()).isEqualTo(400);
        assertThat(get(nobody(), "/api/branches?limit=x").getStatus()).isEqualTo(400);
        body(get(nobody(), "/api/branches?q=&near="), 200);
    }
}
