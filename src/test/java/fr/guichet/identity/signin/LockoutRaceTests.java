package fr.guichet.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;

import fr.guichet.GuichetApplication;
import fr.guichet.identity.Accounts;
import fr.guichet.identity.Grant;
import fr.guichet.identity.Grants;
import fr.guichet.identity.InitialPassword;
import fr.guichet.identity.OpenAccount;
import fr.guichet.shared.EmailAddress;
import fr.guichet.testing.SentMessages;
import fr.guichet.testing.TestDatabase;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Guesses that arrive at the same instant on two instances: five are looked at, in any mix. */
class LockoutRaceTests {

    private static final int GUESSES = 64;
    private static final String RIGHT = "une porte en bois bleu";

    /** Every comparison with the hash of a real account, on either instance. */
    private static final Queue<String> LOOKED_AT = new ConcurrentLinkedQueue<>();

    private static List<ConfigurableApplicationContext> instances = List.of();

    @BeforeAll
    static void twoInstancesOnOneDatabase() {
        var database = TestDatabase.create();
        instances = IntStream.range(0, 2)
                .mapToObj(_ -> new SpringApplicationBuilder(GuichetApplication.class, Watching.class)
                        .run(
                                "--server.port=0",
                                "--spring.datasource.url=" + database,
                                "--spring.datasource.username=postgres",
                                "--spring.datasource.password=postgres"))
                .toList();
    }

    @AfterAll
    static void stop() {
        instances.forEach(ConfigurableApplicationContext::close);
    }

    @RepeatedTest(8)
    void neverASixthGuessIsLookedAt() throws Exception {
        var email = open();

        var accepted = guess(
                email,
                IntStream.range(0, GUESSES)
                        .mapToObj(number -> "mauvais " + number)
                        .toList());

        assertThat(accepted).isZero();
        assertThat(LOOKED_AT).hasSize(5);
    }

    @RepeatedTest(4)
    void nobodyComesInByTheSixthEvenWithTheRightPassword() throws Exception {
        var email = open();
        guess(
                email,
                IntStream.range(0, 5).mapToObj(number -> "mauvais " + number).toList());

        var accepted =
                guess(email, IntStream.range(0, GUESSES).mapToObj(_ -> RIGHT).toList());

        assertThat(accepted).isZero();
        assertThat(LOOKED_AT).isEmpty();
    }

    @RepeatedTest(4)
    void theRightPasswordAmongWrongOnesStartsTheCountAnewOnce() throws Exception {
        var email = open();
        var passwords = IntStream.range(0, GUESSES)
                .mapToObj(number -> number == GUESSES / 2 ? RIGHT : "mauvais " + number)
                .toList();

        var accepted = guess(email, passwords);

        assertThat(accepted).isLessThanOrEqualTo(1);
        // Up to four before the right one, itself, and five after it; five when it came too late.
        assertThat(LOOKED_AT).hasSizeLessThanOrEqualTo(accepted == 1 ? 10 : 5);
    }

    private static long guess(String email, List<String> passwords) throws Exception {
        LOOKED_AT.clear();
        var start = new CyclicBarrier(passwords.size());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var outcomes = IntStream.range(0, passwords.size())
                    .mapToObj(number -> threads.submit(() -> {
                        start.await();
                        return comesIn(instances.get(number % 2), email, passwords.get(number));
                    }))
                    .toList();
            var accepted = 0;
            for (var outcome : outcomes) {
                accepted += outcome.get() ? 1 : 0;
            }
            return accepted;
        }
    }

    private static boolean comesIn(ConfigurableApplicationContext instance, String email, String password) {
        try {
            var token = instance.getBean(PasswordSignIn.class).begin(email, password);
            var code = SentMessages.takeCode(email).orElse("000000");
            instance.getBean(AuthenticationManager.class).authenticate(new CodeAuthentication(token, code));
            return true;
        } catch (BadCredentialsException | SignInBusyException e) {
            return false;
        }
    }

    private static String open() {
        var email = UUID.randomUUID() + "@example.org";
        instances
                .getFirst()
                .getBean(Accounts.class)
                .open(new OpenAccount(
                        new EmailAddress(email),
                        new InitialPassword.Plain(RIGHT),
                        "Marie",
                        "fr",
                        Grants.of(Grant.administrator())))
                .orThrow();
        return email;
    }

    @Configuration(proxyBeanMethods = false)
    static class Watching {

        @Bean
        static BeanPostProcessor watchedEncoder() {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return bean instanceof PasswordEncoder encoder ? new Watched(encoder) : bean;
                }
            };
        }
    }

    private record Watched(PasswordEncoder encoder) implements PasswordEncoder {

        @Override
        public @Nullable String encode(@Nullable CharSequence password) {
            return encoder.encode(password);
        }

        @Override
        public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
            if (PasswordSignIn.NOBODYS_HASH.equals(hash)) {
                return false; // what only takes time is left out here
            }
            LOOKED_AT.add(String.valueOf(password));
            return encoder.matches(password, hash);
        }

        @Override
        public boolean upgradeEncoding(@Nullable String hash) {
            return encoder.upgradeEncoding(hash);
        }
    }
}
