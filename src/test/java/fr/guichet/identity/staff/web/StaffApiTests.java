package fr.guichet.identity.staff.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.guichet.branches.BranchAdministration;
import fr.guichet.branches.SampleNetwork;
import fr.guichet.branches.Schedules;
import fr.guichet.identity.Accounts;
import fr.guichet.identity.Grant;
import fr.guichet.identity.SecurityMessage.Change;
import fr.guichet.identity.SecurityMessage.FactorChanged;
import fr.guichet.identity.SecurityMessage.PasswordLink;
import fr.guichet.identity.factors.RecoveryCodes;
import fr.guichet.shared.AdviserId;
import fr.guichet.shared.BranchId;
import fr.guichet.shared.CustomerId;
import fr.guichet.shared.Role;
import fr.guichet.testing.Api;
import fr.guichet.testing.Api.Answer;
import fr.guichet.testing.SentMessages;
import fr.guichet.testing.SignIn;
import fr.guichet.testing.SignIn.As;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestConstructor;

/** Staff over HTTP: invited, entitled, suspended, let in again. Who may what is tried by the walk over the table of rights. */
@SpringBootTest
@AutoConfigureMockMvc
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
@Import(Api.class)
class StaffApiTests {

    private final Api api;
    private final SignIn signIn;
    private final Accounts accounts;
    private final RecoveryCodes recovery;
    private final JdbcClient jdbc;
    private final BranchId branch;
    private final AdviserId adviser;
    private final AdviserId elsewhere;
    private As administrator;

    StaffApiTests(
            Api api,
            ApplicationContext context,
            Accounts accounts,
            RecoveryCodes recovery,
            JdbcClient jdbc,
            BranchAdministration network,
            Schedules schedules) {
        this.api = api;
        this.signIn = new SignIn(context);
        this.accounts = accounts;
        this.recovery = recovery;
        this.jdbc = jdbc;
        this.branch = branch(network);
        this.adviser = schedules.of(branch).orElseThrow().advisers().getFirst().id();
        this.elsewhere = schedules
                .of(branch(network))
                .orElseThrow()
                .advisers()
                .getFirst()
                .id();
        this.administrator = signIn.administrator();
    }

    @BeforeEach
    void anAdministratorIsThere() {
        administrator = signIn.administrator();
    }

    @Test
    void anInvitationOpensAnAccountSendsALinkAndHandsOverACode() {
        var email = email();
        var answer = api.post(administrator, "/api/staff", invitation(email, "\"ADVISER\", \"SALES\"", branch, adviser))
                .is(201);

        assertThat(answer.text("code")).isNotBlank();
        assertThat(answer.text("member/email")).isEqualTo(email);
        assertThat(answer.body().at("/member/roles").toString()).isEqualTo("[\"ADVISER\",\"SALES\"]");
        assertThat(answer.text("member/branchId")).isEqualTo(branch.toString());
        assertThat(answer.text("member/passwordChosen")).isEqualTo("false");
        assertThat(answer.header("Location")).isEqualTo("/api/staff/" + answer.text("member/id"));
        assertThat(SentMessages.to(email)).hasOnlyElementsOfType(PasswordLink.class);
        assertThat(recorded(answer, "identity.account-opened")).isEqualTo(1);
        assertThat(recorded(answer, "identity.role-given")).isEqualTo(2);
        assertThat(recorded(answer, "identity.access-given")).isEqualTo(1);
    }

    @Test
    void aRepeatGetsTheSameAnswerAndTheCodeLiesNowhereInClear() {
        var email = email();
        var key = UUID.randomUUID().toString();
        var first = api.post(administrator, "/api/staff", quality(email), "Idempotency-Key", key)
                .is(201);
        var repeat = api.post(administrator, "/api/staff", quality(email), "Idempotency-Key", key)
                .is(201);

        assertThat(repeat.content()).isEqualTo(first.content());
        assertThat(SentMessages.to(email)).hasSize(1);
        assertThat(jdbc.sql("select encode(body, 'escape') from platform.idempotent_request where body is not null")
                        .query(String.class)
                        .list())
                .noneMatch(kept -> kept.contains(first.text("code")));
    }

    @Test
    void whatIsTakenIsSaidAtItsField() {
        var email = email();
        api.post(administrator, "/api/staff", invitation(email, "\"ADVISER\"", branch, adviser))
                .is(201);

        assertThat(field(api.post(administrator, "/api/staff", quality(email.toUpperCase(Locale.ROOT)))))
                .isEqualTo("email");
        assertThat(field(api.post(administrator, "/api/staff", invitation(email(), "\"ADVISER\"", branch, adviser))))
                .isEqualTo("adviserId");
    }

    @ParameterizedTest
    @CsvSource({
        "'',                        false, false, roles",
        "'\"CUSTOMER\"',            false, false, roles",
        "'\"LEGAL\", \"SALES\"',    false, false, roles",
        "'\"MANAGER\"',             false, false, branchId",
        "'\"QUALITY\"',             true,  false, branchId",
        "'\"ADVISER\"',             true,  false, adviserId",
        "'\"MANAGER\"',             true,  true,  adviserId",
    })
    void whatDoesNotGoTogetherIsRefusedAtItsField(String roles, boolean inBranch, boolean withAdviser, String field) {
        var answer = api.post(
                administrator,
                "/api/staff",
                invitation(email(), roles, inBranch ? branch : null, withAdviser ? adviser : null));

        assertThat(field(answer)).isEqualTo(field);
    }

    @Test
    void branchAndCalendarMustExistAndBelongTogether() {
        assertThat(field(api.post(
                        administrator, "/api/staff", invitation(email(), "\"MANAGER\"", BranchId.next(), null))))
                .isEqualTo("branchId");
        assertThat(field(api.post(administrator, "/api/staff", invitation(email(), "\"ADVISER\"", branch, elsewhere))))
                .isEqualTo("adviserId");
    }

    @Test
    void rolesAreReplacedAndSessionsEnd() {
        var colleague = signIn.as(Grant.of(Role.QUALITY));
        var answer = api.put(
                        administrator, path(colleague, "/roles"), "\"0\"", "{\"roles\": [\"AUDITOR\", \"MARKETING\"]}")
                .is(200);

        assertThat(answer.body().at("/member/roles").toString()).isEqualTo("[\"MARKETING\",\"AUDITOR\"]");
        assertThat(answer.etag()).isEqualTo("\"1\"");
        assertThat(sessionVersion(colleague)).as("sessions end").isEqualTo(1);
        assertThat(recorded(answer, "identity.role-taken")).isEqualTo(1);
    }

    @Test
    void whoLookedAtSomethingOlderIsShownHowItIsNow() {
        var colleague = signIn.as(Grant.of(Role.QUALITY));
        accounts.changeLanguage(colleague.id(), "en");

        var answer = api.post(administrator, path(colleague, "/suspend"), "{\"reason\": \"LEFT\"}", "If-Match", "\"0\"")
                .isProblem(412, "stale");

        assertThat(answer.text("current/language")).isEqualTo("en");
    }

    @Test
    void aSuspendedAccountIsReinstatedBeforeAccessIsGivenAnew() {
        var colleague = signIn.as(Grant.of(Role.QUALITY));
        api.post(administrator, path(colleague, "/suspend"), "{\"reason\": \"LONG_ABSENCE\"}", "If-Match", "\"0\"")
                .is(200);
        assertThat(sessionVersion(colleague)).as("sessions end").isEqualTo(1);

        api.post(administrator, path(colleague, "/invite"), null, "If-Match", "\"1\"")
                .isProblem(409, "account-suspended");
        assertThat(api.post(administrator, path(colleague, "/reinstate"), null, "If-Match", "\"1\"")
                        .is(200)
                        .text("member/status"))
                .isEqualTo("ACTIVE");
        assertThat(jdbc.sql(
                                "select details from audit.entry where action = 'identity.account-suspended' and subject_id = ?")
                        .param(colleague.id().value())
                        .query(String.class)
                        .single())
                .contains("LONG_ABSENCE");
    }

    @Test
    void accessGivenAnewForgetsAllThereWasAndTellsTheOwner() {
        var colleague = signIn.as(Grant.of(Role.QUALITY));
        accounts.changePassword(colleague.id(), "une porte en bois bleu");
        recovery.issue(colleague.id());

        var answer = api.post(administrator, path(colleague, "/invite"), null, "If-Match", "\"1\"")
                .is(200);

        assertThat(answer.text("code")).isNotBlank();
        assertThat(answer.text("member/passwordChosen")).isEqualTo("false");
        assertThat(recovery.left(colleague.id())).isZero();
        assertThat(SentMessages.to(colleague.account().email()))
                .filteredOn(FactorChanged.class::isInstance)
                .extracting(message -> ((FactorChanged) message).change())
                .contains(Change.ACCESS_GIVEN_ANEW);
        assertThat(SentMessages.to(colleague.account().email())).anyMatch(PasswordLink.class::isInstance);
    }

    @Test
    void nobodyChangesHisOwnAccount() {
        var own = "/api/staff/" + administrator.id();
        api.put(administrator, own + "/roles", "\"0\"", "{\"roles\": [\"ADMINISTRATOR\", \"AUDITOR\"]}")
                .isProblem(409, "own-account");
        api.post(administrator, own + "/suspend", "{\"reason\": \"OTHER\"}", "If-Match", "\"0\"")
                .isProblem(409, "own-account");
        api.post(administrator, own + "/invite", null, "If-Match", "\"0\"").isProblem(409, "own-account");
    }

    @Test
    void accountsOfCustomersLookAsIfTheyDidNotExist() {
        var marie = signIn.customer(CustomerId.next());

        api.get(administrator, "/api/staff/" + marie.id()).isProblem(404, "not-found");
        api.post(administrator, path(marie, "/suspend"), "{\"reason\": \"LEFT\"}", "If-Match", "\"0\"")
                .isProblem(404, "not-found");
        assertThat(api.get(administrator, "/api/staff?q=" + marie.account().displayName())
                        .body()
                        .at("/items"))
                .isEmpty();
    }

    @Test
    void staffIsFoundByNameRoleBranchAndStatusPageByPage() {
        var manager = signIn.manager(branch);
        var other = signIn.manager(branch);
        accounts.suspend(other.id());

        assertThat(ids(api.get(
                        administrator, "/api/staff?q=" + manager.account().displayName())))
                .isEqualTo(manager.id().toString());
        assertThat(ids(api.get(administrator, "/api/staff?role=MANAGER&status=SUSPENDED&branchId=" + branch)))
                .isEqualTo(other.id().toString());
        var first = api.get(administrator, "/api/staff?limit=1&branchId=" + branch);
        var second =
                api.get(administrator, "/api/staff?limit=1&branchId=" + branch + "&cursor=" + first.text("nextCursor"));
        assertThat(List.of(ids(first), ids(second)))
                .containsExactlyInAnyOrder(manager.id().toString(), other.id().toString());
        assertThat(second.body().has("nextCursor")).isFalse();
    }

    @Test
    void whatWaitsSaysWhoAskedAndWhoMayAnswer() {
        accounts.changePasswordTo(administrator.id(), "{noop}x");
        var asked = signIn.administrator();
        var colleague = signIn.as(Grant.of(Role.QUALITY));
        var answer = api.put(asked, path(colleague, "/roles"), "\"0\"", "{\"roles\": [\"ADMINISTRATOR\"]}")
                .is(202);
        var id = answer.text("proposal/id");

        assertThat(answer.text("proposal/mayWithdraw")).isEqualTo("true");
        assertThat(answer.text("proposal/mayDecide")).isEqualTo("false");
        assertThat(answer.text("proposal/proposedBy/displayName"))
                .isEqualTo(asked.account().displayName());
        assertThat(api.get(asked, "/api/staff/" + colleague.id()).text("proposalId"))
                .isEqualTo(id);
        api.post(asked, "/api/staff/proposals/" + id + "/approve", null).isProblem(409, "four-eyes");
        var auditor = signIn.as(Grant.of(Role.AUDITOR));
        assertThat(api.get(auditor, "/api/staff/proposals").is(200).content()).contains(id);

        api.delete(asked, "/api/staff/proposals/" + id).is(204);
        api.delete(asked, "/api/staff/proposals/" + id).isProblem(404, "not-found");
    }

    private long sessionVersion(As member) {
        return accounts.find(member.id()).orElseThrow().sessionVersion();
    }

    private long recorded(Answer answer, String action) {
        return jdbc.sql("select count(*) from audit.entry where action = ? and subject_id = ? and actor_account = ?")
                .params(
                        action,
                        UUID.fromString(answer.text("member/id")),
                        administrator.id().value())
                .query(Long.class)
                .single();
    }

    private static String field(Answer answer) {
        return answer.isProblem(422, "invalid-request").text("errors/0/field");
    }

    private static String ids(Answer answer) {
        return answer.is(200)
                .body()
                .at("/items")
                .valueStream()
                .map(item -> item.get("id").asString())
                .reduce("", String::concat);
    }

    private static String path(As member, String more) {
        return "/api/staff/" + member.id() + more;
    }

    private static String quality(String email) {
        return invitation(email, "\"QUALITY\"", null, null);
    }

    private static String invitation(
            String email, String roles, @Nullable BranchId branch, @Nullable AdviserId adviser) {
        return "{\"email\": \"%s\", \"displayName\": \"Alice Martin\", \"language\": \"fr\", \"roles\": [%s]%s%s}"
                .formatted(
                        email,
                        roles,
                        branch == null ? "" : ", \"branchId\": \"" + branch + "\"",
                        adviser == null ? "" : ", \"adviserId\": \"" + adviser + "\"");
    }

    private static String email() {
        return "alice." + UUID.randomUUID() + "@example.org";
    }

    private static BranchId branch(BranchAdministration network) {
        return network.createBranch(SampleNetwork.SYSTEM, SampleNetwork.branch(SampleNetwork.adviser("Sophie")))
                .orThrow();
    }
}
