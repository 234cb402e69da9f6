package fr.guichet.identity.signon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.guichet.identity.Accounts;
import fr.guichet.identity.Grant;
import fr.guichet.identity.Grants;
import fr.guichet.identity.InitialPassword;
import fr.guichet.identity.OpenAccount;
import fr.guichet.identity.SecurityMessage.Change;
import fr.guichet.identity.SecurityMessage.FactorChanged;
import fr.guichet.shared.AccountId;
import fr.guichet.shared.CustomerId;
import fr.guichet.shared.EmailAddress;
import fr.guichet.testing.Instances;
import fr.guichet.testing.Keycloak;
import fr.guichet.testing.Keycloak.User;
import fr.guichet.testing.KnownPassword;
import fr.guichet.testing.ProviderBrowser;
import fr.guichet.testing.SentMessages;
import fr.guichet.testing.TestDatabase;
import fr.guichet.testing.Visitor;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The bank's sign-on against a real provider and two instances of Guichet, over HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BankSignOnTests {

    private static final String PASSWORD = KnownPassword.TEXT;
    private static final String START = "/api/session/sign-on";
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Keycloak keycloak;
    private ConfigurableApplicationContext one;
    private ConfigurableApplicationContext two;

    private Visitor here;
    private Visitor there;
    private ProviderBrowser provider;

    @BeforeAll
    void startTwoInstancesWhileTheProviderStarts() {
        keycloak = Keycloak.starting();
        var database = TestDatabase.create();
        one = Instances.on(database, keycloak.settings());
        two = Instances.on(database, keycloak.settings());
        keycloak = Keycloak.running();
        keycloak.tellOfSignOuts("http://localhost:" + Instances.port(one) + START + "/logout");
    }

    @AfterAll
    void stopThem() {
        one.close();
        two.close();
    }

    @BeforeEach
    void somebodyOpensTheBrowser() {
        here = Visitor.at(Instances.port(one));
        there = Visitor.at(Instances.port(two));
        provider = new ProviderBrowser();
        here.get("/api/session");
    }

    @AfterEach
    void andClosesIt() {
        keycloak.link().mend();
        here.close();
        there.close();
        provider.close();
    }

    // --- Coming in -------------------------------------------------------------------------------------------------

    @Test
    void aStrongSignOnOfAClaimedCustomerOpensASession() {
        var marie = customer();
        var before = here.cookie("GUICHET_SESSION");

        var landed = signOn(here, marie.user(), "/mes-rendez-vous?quand=passe");

        assertThat(landed).isEqualTo("/mes-rendez-vous?quand=passe");
        assertThat(session(here).at("/account/id").asString())
                .isEqualTo(marie.account().toString());
        assertThat(here.cookie("GUICHET_SESSION")).isNotEmpty().isNotEqualTo(before);
        assertThat(changes(marie)).containsExactly(Change.BANK_SIGN_ON_LINKED);

        here.delete("/api/session");
        signOn(here, marie.user(), "");
        assertThat(changes(marie)).as("linked once").hasSize(1);
    }

    @Test
    void staffComeInByTheirOwnClaim() {
        var email = address();
        var account = open(email, Grants.of(Grant.administrator()));
        var user = keycloak.user(Map.of("guichet_staff", account.toString()));

        assertThat(signOn(here, user, "/equipe")).isEqualTo("/equipe");
        assertThat(session(here).at("/account/roles/0").asString()).isEqualTo("ADMINISTRATOR");
    }

    @Test
    void aCustomersClaimNamesNoStaffAndNeitherTheOtherWayRound() {
        var staff = open(address(), Grants.of(Grant.administrator()));
        var customer = customer();

        assertThat(signOn(here, keycloak.user(Map.of("guichet_customer", staff.toString())), ""))
                .isEqualTo("/connexion?raison=sign-on-unknown");
        assertThat(signOn(
                        fresh(),
                        keycloak.user(Map.of("guichet_staff", customer.account().toString())),
                        ""))
                .isEqualTo("/connexion?raison=sign-on-unknown");
        assertThat(signOn(fresh(), keycloak.user(Map.of("guichet_customer", "not an identifier")), ""))
                .isEqualTo("/connexion?raison=sign-on-unknown");
    }

    @Test
    void itIsBegunOnOneInstanceAndEndsOnTheOther() {
        var marie = customer();
        var back = provider.signOn(leave(here), marie.user());

        assertThat(location(carryOver(here, there).get(path(back)))).isEqualTo("/");
        assertThat(session(there).at("/signedIn").asBoolean()).isTrue();
    }

    @Test
    void aWeakSignOnGoesOnToTheCode() {
        var marie = customer();

        // A provider that does not do what it was asked for.
        var back = provider.signOn(leave(here).replaceFirst("acr_values=[^&]*&?", ""), marie.user());
        assertThat(location(here.get(path(back)))).isEqualTo("/connexion?raison=sign-on-code");
        assertThat(session(here).at("/signedIn").asBoolean()).isFalse();
        assertThat(session(here).at("/codeAwaited").asBoolean()).isTrue();

        assertThat(here.enter("000000").statusCode()).isEqualTo(401);
        var entered = here.enter(SentMessages.takeCode(marie.email()).orElseThrow());
        assertThat(entered.statusCode()).as(entered.body()).isEqualTo(200);
        assertThat(session(here).at("/account/id").asString())
                .isEqualTo(marie.account().toString());
    }

    @Test
    void whoSignedOutThereBetweenTheTwoStepsDoesNotComeIn() {
        var marie = customer();
        var back = provider.signOn(leave(here).replaceFirst("acr_values=[^&]*&?", ""), marie.user());
        here.get(path(back));

        keycloak.signOut(marie.user());
        await().atMost(PATIENCE).until(() -> count("sign_on_sessions", marie.account()) == 0);

        assertThat(here.enter(SentMessages.takeCode(marie.email()).orElseThrow())
                        .statusCode())
                .isEqualTo(401);
        assertThat(session(here).at("/signedIn").asBoolean()).isFalse();
    }

    @Test
    void aSuspendedAccountStaysOut() {
        var marie = customer();
        one.getBean(Accounts.class).suspend(marie.account());

        assertThat(signOn(here, marie.user(), "")).isEqualTo("/connexion?raison=sign-on-closed");
        assertThat(session(here).at("/signedIn").asBoolean()).isFalse();
    }

    @Test
    void whatAnotherPersonLeftInTheSessionDoesNotSurvive() {
        var pierre = address();
        open(pierre, customerGrants());
        here.signIn(pierre, PASSWORD);
        var before = here.cookie("GUICHET_SESSION").orElseThrow();

        signOn(here, customer().user(), "");

        try (var planted = fresh()) {
            planted.plant("GUICHET_SESSION", before);
            assertThat(session(planted).at("/signedIn").asBoolean()).isFalse();
        }
    }

    // --- Linking ---------------------------------------------------------------------------------------------------

    @Test
    void anUnknownSubjectIsLinkedByTheOwnerOfAnAccountWhoSaysSo() {
        var email = address();
        var account = open(email, customerGrants());
        var user = keycloak.user(Map.of());

        assertThat(signOn(here, user, "/agences")).isEqualTo("/connexion?raison=sign-on-link&suite=%2Fagences");
        assertThat(session(here).at("/signedIn").asBoolean()).isFalse();
        assertThat(session(here).at("/signOnToLink").asString()).isEqualTo(user.name());

        here.signIn(email, PASSWORD);
        assertThat(count("sign_on_links", account))
                .as("not without being asked")
                .isZero();
        assertThat(session(here).at("/signOnToLink").asString()).isEqualTo(user.name());

        assertThat(here.put("/api/security/sign-on", "").statusCode()).isEqualTo(204);
        assertThat(session(here).has("signOnToLink")).isFalse();
        assertThat(Visitor.json(here.get("/api/security")).has("signOnSince")).isTrue();
        assertThat(here.put("/api/security/sign-on", "").statusCode()).isEqualTo(422);

        try (var later = fresh()) {
            assertThat(signOn(later, user, "")).isEqualTo("/");
            assertThat(session(later).at("/account/id").asString()).isEqualTo(account.toString());
        }
    }

    @Test
    void theAddressAloneLinksNobody() {
        var user = keycloak.user(Map.of());
        open(user.name() + "@example.org", customerGrants());

        assertThat(signOn(here, user, "")).isEqualTo("/connexion?raison=sign-on-link");
        assertThat(session(here).at("/signedIn").asBoolean()).isFalse();
    }

    @Test
    void oneSubjectIsOneAccountAndOneAccountOneSubject() {
        var email = address();
        var account = open(email, customerGrants());
        link(here, keycloak.user(Map.of()), email);

        try (var again = fresh()) {
            signOn(again, keycloak.user(Map.of()), "");
            again.signIn(email, PASSWORD);
            assertThat(again.put("/api/security/sign-on", "").statusCode()).isEqualTo(422);
        }
        assertThat(count("sign_on_links", account)).isEqualTo(1);
    }

    @Test
    void aClaimThatContradictsTheLinkLetsNobodyIn() {
        var marie = customer();
        signOn(here, marie.user(), "");
        var impostor = keycloak.user(Map.of("guichet_customer", marie.customer().toString()));

        assertThat(signOn(fresh(), impostor, "")).isEqualTo("/connexion?raison=sign-on-conflict");
    }

    @Test
    void whoDoesNotWantToBeLinkedIsForgotten() {
        signOn(here, keycloak.user(Map.of()), "");

        assertThat(here.delete(START).statusCode()).isEqualTo(204);
        assertThat(session(here).has("signOnToLink")).isFalse();
    }

    @Test
    void theLinkIsTakenAwayByAnAccountThatStillComesInOtherwise() {
        var email = address();
        var account = open(email, customerGrants());
        link(here, keycloak.user(Map.of()), email);

        assertThat(here.delete("/api/security/sign-on").statusCode()).isEqualTo(204);
        assertThat(count("sign_on_links", account)).isZero();
        assertThat(session(here).at("/signedIn").asBoolean()).isTrue();

        var customer = new CustomerId(UUID.randomUUID());
        open(address(), new InitialPassword.None(), Grants.of(Grant.customer(customer)));
        try (var other = fresh()) {
            signOn(other, keycloak.user(Map.of("guichet_customer", customer.toString())), "");
            assertThat(other.delete("/api/security/sign-on").body()).contains("/problems/sign-on-needed");
        }
    }

    // --- What may go wrong on the way ------------------------------------------------------------------------------

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "https:%2F%2Fevil.example",
                "%2F%5Cevil.example",
                "/%255Cevil.example",
                "%2F%09%2Fevil.example",
                "%2F%0D%0ALocation:%20https://evil.example",
                "javascript:alert(1)",
            })
    void itLeadsToNoOtherSite(String address) {
        assertThat(signOn(here, customer().user(), address)).isEqualTo("/");
    }

    @Test
    void aStateThatIsNotOfThisBrowserEndsOnTheSignInPage() {
        var marie = customer();
        var back = provider.signOn(leave(here), marie.user());

        try (var other = fresh()) {
            assertThat(location(other.get(path(back)))).isEqualTo("/connexion?raison=sign-on-expired");
        }
        assertThat(location(here.get(START + "/callback?code=x&state=forged")))
                .isEqualTo("/connexion?raison=sign-on-expired");
        assertThat(location(here.get(START + "/callback"))).isEqualTo("/connexion?raison=sign-on-expired");
        assertThat(location(here.get(path(back))))
                .as("the real one still counts")
                .isEqualTo("/");
        assertThat(location(here.get(path(back)))).as("once").isEqualTo("/connexion?raison=sign-on-expired");
    }

    @Test
    void noOtherSiteLeadsSomebodyThere() {
        assertThat(here.get(START).statusCode()).isEqualTo(401);

        var forged = here.send(
                "POST", START, "{\"confirm\": false}", "X-XSRF-TOKEN", "", "Origin", "https://elsewhere.example");
        assertThat(forged.statusCode()).isEqualTo(403);
        assertThat(forged.body()).contains("/problems/csrf");
    }

    @Test
    void aNoOfTheProviderEndsOnTheSignInPage() {
        var state = leave(here).replaceFirst(".*[?&]state=([^&]*).*", "$1");

        var answer = here.get(START + "/callback?error=access_denied&error_description=%3Cscript%3E&state=" + state);

        assertThat(location(answer)).isEqualTo("/connexion?raison=sign-on-refused");
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void aCodeThatIsNotTheProvidersEndsOnTheSignInPage() {
        var state = leave(here).replaceFirst(".*[?&]state=([^&]*).*", "$1");

        assertThat(location(here.get(START + "/callback?code=invented&state=" + state)))
                .isEqualTo("/connexion?raison=sign-on-refused");
    }

    @Test
    void whatIsSentAlongIsWhatTheStandardAsksFor() {
        var address = leave(here);

        assertThat(address)
                .contains("code_challenge_method=S256", "code_challenge=", "nonce=", "state=", "max_age=15552000")
                .contains("acr_values=strong", "response_type=code")
                .doesNotContain("prompt=");
        assertThat(ask(here, false, "").headers().allValues("set-cookie")).anySatisfy(cookie -> assertThat(cookie)
                .startsWith("GUICHET_SIGN_ON=")
                .contains("HttpOnly", "SameSite=Lax", "Path=" + START));
    }

    @Test
    void aProviderThatIsAwayIsSaidToBeAndComesBackWithoutARestart() {
        var marie = customer();
        keycloak.link().cut();
        await().atMost(PATIENCE).untilAsserted(() -> {
            var away = ask(here, false, "/agences");
            assertThat(away.statusCode()).isEqualTo(503);
            assertThat(away.body()).contains("/problems/sign-on-unavailable");
        });
        assertThat(session(here).at("/localSignIn").asBoolean()).isTrue();
        assertThat(here.signIn(marie.email(), PASSWORD).statusCode()).isEqualTo(200);

        keycloak.link().mend();
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(leave(here)).startsWith(keycloak.issuer()));
        assertThat(signOn(here, marie.user(), "")).isEqualTo("/");
    }

    @Test
    void aProviderThatGoesAwayMeanwhileIsSaidToBe() {
        var marie = customer();
        var back = provider.signOn(leave(here), marie.user());

        keycloak.link().cut();
        assertThat(location(here.get(path(back)))).isEqualTo("/connexion?raison=sign-on-unavailable");

        keycloak.link().mend();
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(leave(here)).startsWith(keycloak.issuer()));
        assertThat(signOn(here, marie.user(), "")).isEqualTo("/");
    }

    @Test
    void newKeysAreFound() {
        var marie = customer();
        signOn(here, marie.user(), "");
        here.delete("/api/session");

        keycloak.rotateKeys();

        assertThat(signOn(here, marie.user(), "")).isEqualTo("/");
    }

    // --- Confirming and signing out --------------------------------------------------------------------------------

    @Test
    void whoIsSignedInConfirmsByTheSignOn() {
        var marie = customer();
        signOn(here, marie.user(), "");
        var confirmed = session(here).at("/times/confirmedUntil").asString();

        var away = leave(here, true, "/compte");
        assertThat(away).contains("prompt=login", "acr_values=strong");
        // The provider counts in seconds.
        await().atMost(PATIENCE).pollDelay(Duration.ofSeconds(1)).until(() -> true);
        assertThat(location(here.get(path(provider.signOn(away, marie.user())))))
                .isEqualTo("/compte");

        assertThat(session(here).at("/times/confirmedUntil").asString()).isGreaterThan(confirmed);
    }

    @Test
    void anotherPersonConfirmsNothing() {
        var marie = customer();
        here.signIn(marie.email(), PASSWORD);
        var until = session(here).at("/times/confirmedUntil").asString();
        var away = leave(here, true, "/compte");

        assertThat(location(here.get(path(provider.signOn(away, customer().user())))))
                .isEqualTo("/compte?raison=sign-on-not-confirmed");
        assertThat(session(here).at("/account/id").asString())
                .isEqualTo(marie.account().toString());
        assertThat(session(here).at("/times/confirmedUntil").asString()).isEqualTo(until);
    }

    @Test
    void signingOutHereLeadsToSigningOutThere() {
        var marie = customer();
        signOn(here, marie.user(), "");

        var goOn = Visitor.json(here.delete("/api/session")).at("/continueAt").asString();
        assertThat(goOn).startsWith(keycloak.issuer()).contains("id_token_hint=", "post_logout_redirect_uri=");
        assertThat(provider.pass(goOn)).isEqualTo(URI.create(ProviderBrowser.GUICHET + "/connexion?raison=signed-out"));

        var next = provider.signOn(leave(here), customer().user());
        here.get(path(next));
        assertThat(session(here).at("/account/id").asString())
                .as("the provider asked who it is")
                .isNotEqualTo(marie.account().toString());
    }

    @Test
    void whoCameInLocallyHasNothingToSignOutOfThere() {
        var email = address();
        open(email, customerGrants());
        here.signIn(email, PASSWORD);

        assertThat(Visitor.json(here.delete("/api/session")).has("continueAt")).isFalse();
    }

    @Test
    void signingOutThereEndsTheSessionOnEveryInstanceAndNoOther() {
        var marie = customer();
        signOn(here, marie.user(), "");
        carryOver(here, there);
        try (var local = fresh()) {
            local.signIn(marie.email(), PASSWORD);

            keycloak.signOut(marie.user());

            await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                            session(there).at("/signedIn").asBoolean())
                    .isFalse());
            assertThat(session(here).at("/signedIn").asBoolean()).isFalse();
            assertThat(session(local).at("/signedIn").asBoolean())
                    .as("not come from there")
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "logout_token=",
                "logout_token=x",
                "logout_token=eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.",
            })
    void onlyTheProviderSaysThatSomebodySignedOut(String body) {
        var answer = here.send("POST", START + "/logout", body, "Content-Type", "application/x-www-form-urlencoded");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("cache-control")).contains("no-store");
    }

    @Test
    void anIdTokenIsNoLogoutToken() {
        var marie = customer();
        signOn(here, marie.user(), "");
        var hint = Visitor.json(here.delete("/api/session"))
                .at("/continueAt")
                .asString()
                .replaceFirst(".*id_token_hint=([^&]*).*", "$1");

        assertThat(here.send(
                                "POST",
                                START + "/logout",
                                "logout_token=" + hint,
                                "Content-Type",
                                "application/x-www-form-urlencoded")
                        .statusCode())
                .isEqualTo(400);
    }

    // --- Other systems ---------------------------------------------------------------------------------------------

    @Test
    void aSystemCallsWithATokenOfItsOwn() {
        var token = keycloak.systemToken("planning", "slots:read", "appointments:read");
        var calendar = "/api/branches/" + UUID.randomUUID() + "/calendar?date=2026-11-23";

        assertThat(here.get(calendar, "Authorization", "Bearer " + token).statusCode())
                .as("allowed, and not there")
                .isEqualTo(404);
        assertThat(here.get("/api/branches", "Authorization", "Bearer " + token).statusCode())
                .as("not in its scopes")
                .isEqualTo(403);

        keycloak.rotateKeys();
        var next = keycloak.systemToken("planning", "branches:read");
        assertThat(here.get("/api/branches", "Authorization", "Bearer " + next).statusCode())
                .isEqualTo(200);
    }

    @Test
    void anAppCallsForACustomerWhoSignedOnStrongly() {
        var marie = customer();
        signOn(here, marie.user(), "");

        var strong = appToken(marie.user(), "&acr_values=strong");
        assertThat(there.get("/api/appointments", "Authorization", "Bearer " + strong)
                        .statusCode())
                .isEqualTo(200);

        var weak = there.get("/api/appointments", "Authorization", "Bearer " + appToken(marie.user(), ""));
        assertThat(weak.statusCode()).isEqualTo(401);
        assertThat(weak.headers().firstValue("www-authenticate").orElse(""))
                .contains("insufficient_user_authentication", "acr_values=\"strong\"");
    }

    /** What an app gets for somebody who signs on with it. */
    private String appToken(User user, String more) {
        try (var browser = new ProviderBrowser()) {
            var back = browser.signOn(
                    keycloak.issuer()
                            + "/protocol/openid-connect/auth?response_type=code&client_id=app&redirect_uri=http://app.test/&scope=openid%20appointments:read"
                            + more,
                    user);
            return keycloak.token(Map.of(
                            "grant_type", "authorization_code",
                            "client_id", "app",
                            "redirect_uri", "http://app.test/",
                            "code", back.getRawQuery().replaceFirst(".*code=([^&]*).*", "$1")))
                    .at("/access_token")
                    .asString();
        }
    }

    // --- Helpers ---------------------------------------------------------------------------------------------------

    /** Somebody with an account here and a claim there. */
    private record Marie(User user, AccountId account, CustomerId customer, String email) {}

    private Marie customer() {
        var customer = new CustomerId(UUID.randomUUID());
        var email = address();
        var account = open(email, Grants.of(Grant.customer(customer)));
        return new Marie(keycloak.user(Map.of("guichet_customer", customer.toString())), account, customer, email);
    }

    /** Signs on from the start to the page where it ends. */
    private String signOn(Visitor visitor, User user, String next) {
        try (var elsewhere = new ProviderBrowser()) {
            var browser = visitor == here ? provider : elsewhere;
            return location(visitor.get(path(browser.signOn(leave(visitor, false, next), user))));
        }
    }

    /** Where the page goes on to. */
    private static String leave(Visitor visitor) {
        return leave(visitor, false, "");
    }

    private static String leave(Visitor visitor, boolean confirm, String next) {
        var answer = ask(visitor, confirm, next);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Visitor.json(answer).at("/continueAt").asString();
    }

    private static HttpResponse<String> ask(Visitor visitor, boolean confirm, String next) {
        visitor.get("/api/session");
        return visitor.post(START, JSON.writeValueAsString(Map.of("confirm", confirm, "next", next)));
    }

    private void link(Visitor visitor, User user, String email) {
        signOn(visitor, user, "");
        visitor.signIn(email, PASSWORD);
        assertThat(visitor.put("/api/security/sign-on", "").statusCode()).isEqualTo(204);
    }

    private Visitor fresh() {
        return Visitor.at(Instances.port(one));
    }

    /** The same browser at the other instance. */
    private static Visitor carryOver(Visitor from, Visitor to) {
        List.of("GUICHET_SESSION", "GUICHET_SIGN_ON", "XSRF-TOKEN")
                .forEach(name -> from.cookie(name).ifPresent(value -> to.plant(name, value)));
        return to;
    }

    private static String location(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        return answer.headers().firstValue("location").orElseThrow();
    }

    private static String path(URI back) {
        assertThat(back.toString()).startsWith(ProviderBrowser.GUICHET);
        return back.getRawPath() + "?" + back.getRawQuery();
    }

    private static JsonNode session(Visitor visitor) {
        return Visitor.json(visitor.get("/api/session"));
    }

    private List<Change> changes(Marie marie) {
        return SentMessages.to(marie.email()).stream()
                .filter(FactorChanged.class::isInstance)
                .map(message -> ((FactorChanged) message).change())
                .toList();
    }

    private int count(String table, AccountId account) {
        return one.getBean(JdbcClient.class)
                .sql("select count(*) from identity." + table + " where account_id = ?")
                .param(account.value())
                .query(Integer.class)
                .single();
    }

    private static String address() {
        return "marie." + UUID.randomUUID() + "@example.org";
    }

    private static Grants customerGrants() {
        return Grants.of(Grant.customer(new CustomerId(UUID.randomUUID())));
    }

    private AccountId open(String email, Grants grants) {
        return open(email, KnownPassword.hashed(), grants);
    }

    private AccountId open(String email, InitialPassword password, Grants grants) {
        return one.getBean(Accounts.class)
                .open(new OpenAccount(new EmailAddress(email), password, "Marie Durand", "fr", grants))
                .orThrow();
    }
}
