package fr.guichet.audit.web;

import static fr.guichet.testing.SignIn.nobody;
import static org.assertj.core.api.Assertions.assertThat;

import fr.guichet.audit.AuditEntry;
import fr.guichet.audit.AuditSubject;
import fr.guichet.audit.AuditTrail;
import fr.guichet.audit.OwnAction;
import fr.guichet.branches.AbsenceKind;
import fr.guichet.branches.BranchAdministration;
import fr.guichet.branches.SampleNetwork;
import fr.guichet.customers.Customer;
import fr.guichet.customers.Customers;
import fr.guichet.customers.PersonalName;
import fr.guichet.customers.RegisterCustomer;
import fr.guichet.customers.Registration.Registered;
import fr.guichet.identity.Grant;
import fr.guichet.shared.Actor.SystemActor;
import fr.guichet.shared.BranchId;
import fr.guichet.shared.Role;
import fr.guichet.shared.TimeSpan;
import fr.guichet.testing.Api;
import fr.guichet.testing.SignIn;
import fr.guichet.testing.SignIn.As;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestConstructor;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Auditors find what was done and are themselves found; customers see what concerns them; nobody sees more. */
@SpringBootTest
@AutoConfigureMockMvc
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
@Import(Api.class)
class AuditApiTests {

    private static final String BROWSER = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

    private final Api api;
    private final SignIn signIn;
    private final BranchAdministration administration;
    private final Customers customers;
    private final AuditTrail audit;
    private final TransactionTemplate transactions;
    private BranchId branch = BranchId.next();
    private As auditor;
    private As adviser;
    private As marie;

    AuditApiTests(
            Api api,
            ApplicationContext context,
            BranchAdministration administration,
            Customers customers,
            AuditTrail audit,
            TransactionTemplate transactions,
            JdbcClient jdbc) {
        this.api = api;
        this.administration = administration;
        this.customers = customers;
        this.audit = audit;
        this.transactions = transactions;
        signIn = new SignIn(context);
        jdbc.sql("alter table identity.grants drop constraint if exists grants_role_check")
                .update();
        auditor = signIn.as(new Grant(Role.AUDITOR, null, null, null));
        adviser = auditor;
        marie = auditor;
    }

    @BeforeEach
    void people() {
        branch = administration
                .createBranch(SampleNetwork.SYSTEM, SampleNetwork.branch(SampleNetwork.adviser("Sophie")))
                .orThrow();
        adviser = signIn.adviser(branch);
        marie = signIn.customer(customer().id());
    }

    private Customer customer() {
        return ((Registered) customers.register(
                        new SystemActor("test"),
                        new RegisterCustomer(
                                new PersonalName("Marie"), new PersonalName("Dupont"), null, null, "fr", branch, null)))
                .customer();
    }

    @Test
    void readingACustomersRecordLeavesWhoWhomAndFromWhere() {
        var id = marie.customer().customer();
        api.send(HttpMethod.GET, adviser, "/api/customers/" + id, null, "User-Agent", BROWSER)
                .is(200);

        var found = entries("customerId=" + id + "&action=customers.record-read");

        assertThat(found).singleElement().satisfies(entry -> {
            assertThat(entry.at("/by/kind").asString()).isEqualTo("STAFF");
            assertThat(entry.at("/by/accountId").asString())
                    .isEqualTo(adviser.id().toString());
            assertThat(entry.at("/subject/id").asString()).isEqualTo(id.toString());
            assertThat(entry.at("/branchId").asString()).isEqualTo(branch.toString());
            assertThat(entry.at("/outcome").asString()).isEqualTo("DONE");
            assertThat(entry.at("/address").asString()).isEqualTo("127.0.0.1");
            assertThat(entry.at("/device").asString()).isEqualTo("Firefox, Linux");
            assertThat(entry.at("/requestId").asString()).isNotBlank();
            assertThat(entry.at("/label").asString()).isEqualTo("Dossier consulté");
        });
    }

    @Test
    void whoeverTriesToReadTheRecordOfAnotherBranchsCustomerIsFound() {
        var stranger = signIn.manager(BranchId.next());
        var id = marie.customer().customer();
        api.get(stranger, "/api/customers/" + id).is(404);
        api.get(stranger, "/api/customers/" + UUID.randomUUID()).is(404);

        assertThat(entries("action=customers.record-read&accountId=" + stranger.id()))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.at("/outcome").asString()).isEqualTo("REFUSED");
                    assertThat(entry.at("/reason").asString()).isEqualTo("not-theirs");
                    assertThat(entry.at("/customerId").asString()).isEqualTo(id.toString());
                });
    }

    @Test
    void whatIsDoneToABranchIsWrittenDownUnderIt() {
        var week = LocalDate.of(2031, 3, 3).atTime(8, 0).toInstant(ZoneOffset.UTC);
        var span = new TimeSpan(week, week.plus(Duration.ofHours(8)));
        var sophie = administration
                .createAdviser(SampleNetwork.SYSTEM, branch, SampleNetwork.adviser("Sophie"))
                .orThrow();
        administration.addClosure(SampleNetwork.SYSTEM, branch, span, "Travaux").orThrow();
        administration
                .recordAbsence(SampleNetwork.SYSTEM, sophie, span, AbsenceKind.UNPLANNED)
                .orThrow();
        administration
                .setDay(SampleNetwork.SYSTEM, sophie, LocalDate.of(2031, 3, 4), List.of())
                .orThrow();

        var found = entries("branchId=" + branch);

        assertThat(found)
                .extracting(entry -> entry.at("/action").asString())
                .contains(
                        "branches.branch-created",
                        "branches.adviser-created",
                        "branches.closure-added",
                        "branches.absence-recorded",
                        "branches.day-set");
        assertThat(found)
                .filteredOn(entry -> entry.at("/by/kind").asString().equals("SYSTEM"))
                .hasSizeGreaterThan(4);
        assertThat(found.toString())
                .doesNotContain("Travaux")
                .doesNotContain("Sophie")
                .doesNotContain(AbsenceKind.UNPLANNED.name());
    }

    @Test
    void lookingIsWrittenDownToo() {
        var id = marie.customer().customer();
        api.get(auditor, "/api/audit?customerId=" + id).is(200);
        api.get(auditor, "/api/audit/export?customerId=" + id).is(200);

        assertThat(entries("accountId=" + auditor.id() + "&customerId=" + id))
                .extracting(entry -> entry.at("/action").asString())
                .contains("audit.entries-read", "audit.entries-exported");
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepeat() {
        var place = BranchId.next();
        for (var i = 0; i < 7; i++) {
            record(OwnAction.ENTRIES_READ, place);
        }

        var seen = new ArrayList<String>();
        var cursor = "";
        do {
            var page = api.get(auditor, "/api/audit?limit=3&branchId=" + place + cursor)
                    .is(200);
            page.body().path("items").forEach(entry -> seen.add(entry.path("id").asString()));
            cursor = page.text("nextCursor").isEmpty() ? "" : "&cursor=" + page.text("nextCursor");
        } while (!cursor.isEmpty());

        assertThat(seen).hasSize(7).doesNotHaveDuplicates();
    }

    @Test
    void filtersNarrowEachOtherDown() {
        var place = BranchId.next();
        record(OwnAction.ENTRIES_READ, place);
        transactions.executeWithoutResult(status ->
                audit.record(AuditEntry.of(auditor.actor(), OwnAction.ENTRIES_EXPORTED, AuditSubject.AUDIT_TRAIL, null)
                        .in(place)
                        .refused("forbidden")));

        assertThat(entries("branchId=" + place)).hasSize(2);
        assertThat(entries("branchId=" + place + "&outcome=REFUSED"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.at("/reason").asString()).isEqualTo("forbidden"));
        assertThat(entries("branchId=" + place + "&action=audit.entries-read")).hasSize(1);
        assertThat(entries("branchId=" + place + "&to=2020-01-01T00:00:00Z")).isEmpty();
        assertThat(entries("branchId=" + place + "&from=2020-01-01T00:00:00Z")).hasSize(2);
        assertThat(entries("branchId=" + place + "&address=192.0.2.1")).isEmpty();
    }

    @Test
    void nobodyButAnAuditorLooks() {
        for (var path : List.of("/api/audit", "/api/audit/actions", "/api/audit/export")) {
            api.get(nobody(), path).isProblem(401, "sign-in-required");
            for (var other : List.of(marie, adviser, signIn.manager(branch), signIn.administrator())) {
                api.get(other, path).isProblem(403, "forbidden");
            }
        }
        api.get(auditor, "/api/audit?outcome=MAYBE").is4xx();
        api.get(auditor, "/api/audit?limit=0").is4xx();
        api.get(auditor, "/api/audit?cursor=x").is4xx();
        api.get(auditor, "/api/audit?order=asc").is4xx();
    }

    @Test
    void theTableRunsNoFormulas() {
        api.send(HttpMethod.GET, adviser, "/api/customers/" + marie.customer().customer(), null, "User-Agent", "=cmd()")
                .is(200);

        var table =
                api.get(auditor, "/api/audit/export?accountId=" + adviser.id()).is(200);

        assertThat(table.header("Content-Type")).startsWith("text/csv");
        assertThat(table.content().lines().toList())
                .hasSize(2)
                .first()
                .asString()
                .startsWith("id,at,by,account");
        assertThat(table.content()).contains("'=cmd()").doesNotContain(",=cmd()");
    }

    @Test
    void aCustomerSeesWhatConcernsHerAndNotWhoOfTheBankItWas() {
        var own = api.get(marie, "/api/customers/me").is(200);
        api.send(
                        HttpMethod.PUT,
                        marie,
                        "/api/customers/me",
                        "{\"phone\": \"+33 4 78 11 22 33\", \"language\": \"fr\"}",
                        "If-Match",
                        own.etag(),
                        "User-Agent",
                        BROWSER)
                .is(200);
        api.get(adviser, "/api/customers/" + marie.customer().customer()).is(200);

        var activity = api.get(marie, "/api/activity").is(200);

        var items = new ArrayList<JsonNode>();
        activity.body().path("items").forEach(items::add);
        assertThat(items)
                .extracting(item -> item.path("label").asString())
                .startsWith("Dossier consulté", "Coordonnées modifiées")
                .contains("Accès créé");
        assertThat(items.getFirst().path("who").asString()).isEqualTo("La banque");
        assertThat(items.getFirst().has("address")).isFalse();
        assertThat(items.get(1).path("who").asString()).isEqualTo("Vous");
        assertThat(items.get(1).path("device").asString()).isEqualTo("Firefox, Linux");
        assertThat(activity.content()).doesNotContain(adviser.id().toString());
        assertThat(api.get(marie, "/api/activity?limit=1", "en").is(200).content())
                .contains("nextCursor");
    }

    @Test
    void nobodySeesTheActivityOfOthers() {
        api.get(adviser, "/api/customers/" + marie.customer().customer()).is(200);
        var pierre = signIn.customer(customer().id());

        assertThat(api.get(pierre, "/api/activity").is(200).content())
                .doesNotContain(marie.customer().customer().toString())
                .doesNotContain("record-read");
        assertThat(api.get(adviser, "/api/activity").is(200).content()).contains("customers.record-read");
        api.get(nobody(), "/api/activity").isProblem(401, "sign-in-required");
    }

    @Test
    void noEntryHoldsWhatPeopleTyped() {
        var entry = entries("customerId=" + marie.customer().customer()).toString();

        assertThat(entry).doesNotContain("Marie").doesNotContain("Dupont").doesNotContain("+33");
    }

    private void record(OwnAction action, BranchId place) {
        transactions.executeWithoutResult(status ->
                audit.record(AuditEntry.of(auditor.actor(), action, AuditSubject.AUDIT_TRAIL, UUID.randomUUID())
                        .in(place)));
    }

    private List<JsonNode> entries(String filter) {
        var entries = new ArrayList<JsonNode>();
        api.get(auditor, "/api/audit?limit=200&" + filter)
                .is(200)
                .body()
                .path("items")
                .forEach(entries::add);
        return entries;
    }
}
