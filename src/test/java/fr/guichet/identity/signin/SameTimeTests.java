package fr.guichet.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;

import fr.guichet.identity.Accounts;
import fr.guichet.identity.Grant;
import fr.guichet.identity.Grants;
import fr.guichet.identity.InitialPassword;
import fr.guichet.identity.OpenAccount;
import fr.guichet.shared.AccountId;
import fr.guichet.shared.CustomerId;
import fr.guichet.shared.EmailAddress;
import fr.guichet.testing.Instances;
import fr.guichet.testing.SentMessages;
import fr.guichet.testing.TestDatabase;
import fr.guichet.testing.Visitor;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * How long an answer takes tells nothing: neither whether an address is known, nor whether a password was right, nor that an account is
 * locked. Hashing takes so long that little else would be seen beside it, so it is left out here, and counted: one hash of the usual
 * cost for each attempt.
 */
class SameTimeTests {

    private static final String RIGHT = "une porte en bois bleu";
    private static final String WRONG = "une porte en bois vert";

    private static final int WARM_UP = 20;
    private static final int SAMPLES = 40;

    /** A busy machine may disturb one measurement, but not always the same kind in all. */
    private static final int MEASUREMENTS = 4;

    /** How far the median of a kind may lie from that of all, in parts of it. */
    private static final double NOISE = 0.2;

    private static final Queue<String> HASHES = new ConcurrentLinkedQueue<>();

    @SuppressWarnings("NullAway.Init")
    private static ConfigurableApplicationContext instance;

    @SuppressWarnings("NullAway.Init")
    private static Visitor visitor;

    private final Random order = new Random(1);

    @BeforeAll
    static void start() {
        instance = Instances.on(TestDatabase.create(), List.of(), WithoutHashing.class);
        visitor = Visitor.at(Instances.port(instance));
        visitor.get("/api/session"); // has the token that each request sends back
    }

    @AfterAll
    static void stop() {
        visitor.close();
        instance.close();
    }

    @Test
    void thePasswordIsAnsweredInTheSameTime() {
        var suspended = open();
        instance.getBean(Accounts.class).suspend(suspended.id());
        var invited = open(new InitialPassword.None());
        var locked = open();
        for (var i = 0; i < 5; i++) {
            begin(locked, WRONG);
        }
        takeTheSame(Map.of(
                "right", () -> password(open(), RIGHT),
                "wrong", () -> password(open(), WRONG),
                "unknown", () -> password(nobody(), RIGHT),
                "suspended", () -> password(suspended, RIGHT),
                "invited", () -> password(invited, RIGHT),
                "locked", () -> password(locked, RIGHT)));
    }

    @Test
    void theCodeIsAnsweredInTheSameTime() {
        var locked = open();
        for (var i = 0; i < 5; i++) {
            begin(locked, WRONG);
        }
        takeTheSame(Map.of(
                "wrong code", SameTimeTests::wrongCode,
                "used code", SameTimeTests::usedCode,
                "wrong password", () -> codeAfter(open(), WRONG),
                "unknown", () -> codeAfter(nobody(), RIGHT),
                "locked", () -> codeAfter(locked, RIGHT)));
    }

    @Test
    void anotherCodeIsAskedForInTheSameTime() {
        takeTheSame(Map.of(
                "right", () -> anotherCode(open(), RIGHT),
                "wrong", () -> anotherCode(open(), WRONG),
                "unknown", () -> anotherCode(nobody(), RIGHT)));
    }

    @Test
    void eachPasswordIsHashedOnce() {
        var suspended = open();
        instance.getBean(Accounts.class).suspend(suspended.id());
        for (var account : List.of(open(), nobody(), suspended, open(new InitialPassword.None()))) {
            HASHES.clear();
            begin(account, RIGHT);
            begin(account, WRONG);

            assertThat(HASHES).hasSize(2).allSatisfy(hash -> assertThat(hash)
                    .startsWith("{argon2id}$argon2id$v=19$m=19456,t=2,p=1$"));
        }
    }

    private record Someone(AccountId id, String email) {}

    private static Someone open() {
        return open(new InitialPassword.Encoded(PasswordSignIn.NOBODYS_HASH));
    }

    private static Someone open(InitialPassword password) {
        var email = UUID.randomUUID() + "@example.org";
        var id = instance.getBean(Accounts.class)
                .open(new OpenAccount(
                        new EmailAddress(email), password, "Marie", "fr", Grants.of(Grant.customer(CustomerId.next()))))
                .orThrow();
        return new Someone(id, email);
    }

    private static Someone nobody() {
        return new Someone(AccountId.next(), UUID.randomUUID() + "@example.org");
    }

    private static double password(Someone someone, String password) {
        return millis(200, () -> begin(someone, password));
    }

    private static double wrongCode() {
        var marie = open();
        begin(marie, RIGHT);
        var sent = SentMessages.takeCode(marie.email()).orElseThrow();
        return code("%06d".formatted((Integer.parseInt(sent) + 1) % 1_000_000));
    }

    private static double usedCode() {
        var marie = open();
        try (var earlier = Visitor.at(Instances.port(instance))) {
            earlier.begin(marie.email(), RIGHT);
            var used = SentMessages.takeCode(marie.email()).orElseThrow();
            assertThat(earlier.enter(used).statusCode()).isEqualTo(200);
            begin(marie, RIGHT);
            SentMessages.takeCode(marie.email());
            return code(used);
        }
    }

    private static double codeAfter(Someone someone, String password) {
        begin(someone, password);
        return code("123456");
    }

    private static double anotherCode(Someone someone, String password) {
        begin(someone, password);
        SentMessages.takeCode(someone.email()); // the first is on its way no more
        return millis(204, () -> visitor.post("/api/session/code/message", null));
    }

    private static double code(String code) {
        return millis(401, () -> visitor.enter(code));
    }

    private static HttpResponse<String> begin(Someone someone, String password) {
        return visitor.post(
                "/api/session", "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(someone.email(), password));
    }

    private static double millis(int status, Supplier<HttpResponse<String>> request) {
        var begun = System.nanoTime();
        var answer = request.get();
        var millis = (System.nanoTime() - begun) / 1e6;
        assertThat(answer.statusCode()).isEqualTo(status);
        return millis;
    }

    /** Measures all kinds in turns, each time in another order, so that whatever else the machine does meets all of them. */
    private void takeTheSame(Map<String, Supplier<Double>> kinds) {
        var measured = new ArrayList<Map<String, Double>>();
        medians(kinds, WARM_UP);
        for (var i = 0; i < MEASUREMENTS; i++) {
            var medians = medians(kinds, SAMPLES);
            measured.add(medians);
            var all = median(List.copyOf(medians.values()));
            if (medians.values().stream().allMatch(one -> Math.abs(one - all) <= NOISE * all)) {
                return;
            }
        }
        assertThat(measured).as("milliseconds by what was tried").isEmpty();
    }

    private Map<String, Double> medians(Map<String, Supplier<Double>> kinds, int samples) {
        var millis = new TreeMap<String, List<Double>>();
        var turn = new ArrayList<>(kinds.entrySet());
        for (var sample = 0; sample < samples; sample++) {
            Collections.shuffle(turn, order);
            for (var kind : turn) {
                millis.computeIfAbsent(kind.getKey(), _ -> new ArrayList<>())
                        .add(kind.getValue().get());
            }
        }
        var medians = new TreeMap<String, Double>();
        millis.forEach((kind, all) -> medians.put(kind, median(all)));
        return medians;
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    @Configuration(proxyBeanMethods = false)
    static class WithoutHashing {

        @Bean
        static BeanPostProcessor countedEncoder() {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return bean instanceof PasswordEncoder encoder ? new Counted(encoder) : bean;
                }
            };
        }
    }

    private record Counted(PasswordEncoder encoder) implements PasswordEncoder {

        @Override
        public @Nullable String encode(@Nullable CharSequence password) {
            return encoder.encode(password);
        }

        @Override
        public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
            HASHES.add(String.valueOf(hash));
            return RIGHT.contentEquals(String.valueOf(password));
        }

        @Override
        public boolean upgradeEncoding(@Nullable String hash) {
            return encoder.upgradeEncoding(hash);
        }
    }
}
