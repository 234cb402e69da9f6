package fr.guichet.identity.sessions.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.guichet.identity.Accounts;
import fr.guichet.identity.Grant;
import fr.guichet.identity.Grants;
import fr.guichet.identity.sessions.SessionCodec;
import fr.guichet.identity.signin.SignedInAccount;
import fr.guichet.shared.AccountId;
import fr.guichet.shared.CustomerId;
import fr.guichet.testing.Instances;
import fr.guichet.testing.KnownPassword;
import fr.guichet.testing.TestDatabase;
import fr.guichet.testing.Visitor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.util.LinkedMultiValueMap;
import tools.jackson.databind.JsonNode;

/** What holds of sessions wherever they lie, with two instances on one store. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SessionStoreContract {

    static final String CONTEXT = "SPRING_SECURITY_CONTEXT";

    private static final String PASSWORD = KnownPassword.TEXT;

    private final String url = TestDatabase.create();
    private final List<ConfigurableApplicationContext> instances = new ArrayList<>();
    private final List<Visitor> visitors = new ArrayList<>();

    private String email = "";
    private AccountId marie = AccountId.next();

    /** What chooses the store. */
    abstract List<String> arguments();

    /** All attributes of the one session of an account, as they are written. */
    abstract Map<String, byte[]> written(AccountId account);

    abstract void overwrite(AccountId account, String attribute, byte[] bytes);

    /** Makes the one session of the account as old as if nobody had used it for so long. */
    abstract void age(AccountId account, Duration unused);

    ConfigurableApplicationContext here() {
        return instances.getFirst();
    }

    @BeforeAll
    void twoInstances() {
        instances.add(Instances.on(url, arguments()));
        instances.add(Instances.on(url, arguments()));
    }

    @AfterAll
    void stop() {
        instances.forEach(ConfigurableApplicationContext::close);
    }

    @BeforeEach
    void marieHasAnAccount() {
        email = "marie." + UUID.randomUUID() + "@example.org";
        marie = KnownPassword.open(
                here().getBean(Accounts.class), email, "Marie Lefèvre", Grants.of(Grant.customer(CustomerId.next())));
    }

    @AfterEach
    void close() {
        visitors.forEach(Visitor::close);
        visitors.clear();
    }

    @Test
    void whoSignsInAtOneInstanceIsKnownToTheOther() {
        var desk = signedIn(0);

        assertThat(isSignedIn(elsewhere(desk))).isTrue();
        assertThat(desk.delete("/api/session").statusCode()).isBetween(200, 299);
        assertThat(isSignedIn(elsewhere(desk))).isFalse();
    }

    @Test
    void sessionsOfOtherInstancesAreListedAndEnded() {
        var phone = signedIn(0);
        var tablet = signedIn(1);
        var desk = signedIn(1);
        var listed = listed(desk);
        assertThat(listed).hasSize(3);
        assertThat(listed.at("/0/current").asBoolean()).isTrue();

        var oldest = listed.at("/2/id").asString();
        assertThat(desk.delete("/api/sessions/" + oldest).statusCode()).isEqualTo(204);
        assertThat(isSignedIn(phone)).isFalse();
        assertThat(isSignedIn(tablet)).isTrue();

        assertThat(elsewhere(desk).delete("/api/sessions").statusCode()).isEqualTo(204);
        assertThat(isSignedIn(tablet)).isFalse();
        assertThat(isSignedIn(desk)).isTrue();
        assertThat(listed(desk)).hasSize(1);
    }

    @Test
    void anIdentifierIsWorthNothingAfterItsOwnerProvedHimselfAnew() {
        var desk = signedIn(0);
        var before = elsewhere(desk);

        assertThat(desk.signIn(email, PASSWORD).statusCode()).isEqualTo(200);

        assertThat(isSignedIn(before)).isFalse();
        assertThat(isSignedIn(elsewhere(desk))).isTrue();
        assertThat(listed(desk)).hasSize(1);
    }

    @Test
    void aSessionThatNobodyUsesEnds() {
        var desk = signedIn(0);
        age(marie, Duration.ofMinutes(14));
        assertThat(isSignedIn(elsewhere(desk))).isTrue();

        age(marie, Duration.ofMinutes(16));
        assertThat(isSignedIn(desk)).isFalse();
        assertThat(listed(signedIn(1))).hasSize(1);
    }

    @Test
    void aSessionEndsAfterTwelveHoursHoweverBusy() {
        var desk = signedIn(0);
        overwrite(marie, CONTEXT, SessionCodec.write(begunEarlier(Duration.ofHours(11))));
        assertThat(isSignedIn(desk)).isTrue();

        overwrite(marie, CONTEXT, SessionCodec.write(begunEarlier(Duration.ofHours(2))));
        assertThat(isSignedIn(elsewhere(desk))).isFalse();
    }

    @Test
    void whatIsWrittenIsSmallAndHoldsNoPersonalData() {
        signedIn(0);

        assertThat(written(marie)).containsKey(CONTEXT).allSatisfy((_, bytes) -> {
            assertThat(bytes).hasSizeLessThan(200);
            assertThat(new String(bytes, UTF_8)).doesNotContain("Marie", "example.org");
        });
    }

    @ParameterizedTest
    @MethodSource("damages")
    void aDamagedSessionIsNobodysAndDoesNotKeepOneFromSigningIn(byte[] damage) {
        var desk = signedIn(0);

        overwrite(marie, CONTEXT, damage);

        assertThat(isSignedIn(desk)).isFalse();
        assertThat(desk.get("/api/customers/me").statusCode()).isEqualTo(401);
        assertThat(desk.signIn(email, PASSWORD).statusCode()).isEqualTo(200);
        assertThat(isSignedIn(elsewhere(desk))).isTrue();
    }

    static Stream<byte[]> damages() throws IOException {
        return Stream.of(
                new byte[0],
                new byte[] {1, 2, 3},
                java("a text"),
                java(new LinkedMultiValueMap<>()),
                java(new SecurityContextImpl()));
    }

    private static byte[] java(Object object) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var stream = new ObjectOutputStream(bytes)) {
            stream.writeObject(object);
        }
        return bytes.toByteArray();
    }

    @Test
    void aCookieThatIsNoneOfOursIsNoSession() {
        try (var stranger = Visitor.at(Instances.port(here()))) {
            for (var cookie : List.of("AA==", "////", "not base64", "JyBvciAxPTEgLS0=", "w6k=", "é", "%00")) {
                var answer = stranger.get("/api/session", "Cookie", "GUICHET_SESSION=" + cookie);

                assertThat(answer.statusCode()).as(cookie).isEqualTo(200);
                assertThat(Visitor.json(answer).at("/signedIn").asBoolean())
                        .as(cookie)
                        .isFalse();
            }
        }
    }

    private SecurityContext begunEarlier(Duration earlier) {
        var context = (SecurityContext)
                SessionCodec.read(Objects.requireNonNull(written(marie).get(CONTEXT)))
                        .orElseThrow();
        var authentication = Objects.requireNonNull(context.getAuthentication());
        var account = (SignedInAccount) Objects.requireNonNull(authentication.getPrincipal());
        return new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(
                new SignedInAccount(
                        account.account(),
                        account.roles(),
                        account.customer(),
                        account.adviser(),
                        account.branch(),
                        account.sessionVersion(),
                        account.signedInAt().minus(earlier)),
                null,
                authentication.getAuthorities()));
    }

    AccountId marie() {
        return marie;
    }

    Visitor signedIn(int instance) {
        var visitor = Visitor.at(Instances.port(instances.get(instance)));
        visitors.add(visitor);
        assertThat(visitor.signIn(email, PASSWORD).statusCode()).isEqualTo(200);
        return visitor;
    }

    /** The same browser at the second instance. */
    private Visitor elsewhere(Visitor visitor) {
        var other = Visitor.at(Instances.port(instances.getLast()));
        visitors.add(other);
        Stream.of("GUICHET_SESSION", "XSRF-TOKEN")
                .forEach(name -> visitor.cookie(name).ifPresent(value -> other.plant(name, value)));
        return other;
    }

    static JsonNode listed(Visitor visitor) {
        var answer = visitor.get("/api/sessions");
        assertThat(answer.statusCode()).isEqualTo(200);
        return Visitor.json(answer).at("/items");
    }

    static boolean isSignedIn(Visitor visitor) {
        var answer = visitor.get("/api/session");
        assertThat(answer.statusCode()).isEqualTo(200);
        return Visitor.json(answer).at("/signedIn").asBoolean();
    }
}
