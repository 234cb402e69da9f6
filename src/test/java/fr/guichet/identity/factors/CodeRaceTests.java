package fr.guichet.identity.factors;

import static org.assertj.core.api.Assertions.assertThat;

import fr.guichet.identity.Accounts;
import fr.guichet.identity.Grant;
import fr.guichet.identity.Grants;
import fr.guichet.identity.signin.CodeAuthentication;
import fr.guichet.identity.signin.OneTimeToken;
import fr.guichet.identity.signin.PasswordSignIn;
import fr.guichet.platform.keys.Keys;
import fr.guichet.shared.AccountId;
import fr.guichet.shared.CustomerId;
import fr.guichet.testing.Instances;
import fr.guichet.testing.KnownPassword;
import fr.guichet.testing.SentMessages;
import fr.guichet.testing.TestDatabase;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;

/** Codes guessed by someone who has the password: five tries, wherever and however they arrive. */
class CodeRaceTests {

    private static final int GUESSES = 64;
    private static final String PASSWORD = KnownPassword.TEXT;
    private static final AtomicInteger LOOKED_AT = new AtomicInteger();

    private static List<ConfigurableApplicationContext> instances = List.of();

    private final String email = UUID.randomUUID() + "@example.org";

    @BeforeAll
    static void twoInstancesOnOneDatabase() {
        var database = TestDatabase.create();
        instances = IntStream.range(0, 2)
                .mapToObj(_ -> Instances.on(database, List.of(), Watching.class))
                .toList();
    }

    @AfterAll
    static void stop() {
        instances.forEach(ConfigurableApplicationContext::close);
    }

    @RepeatedTest(5)
    void neverASixthCodeOfOneSignInIsLookedAt() throws Exception {
        var begun = begin();
        var code = SentMessages.takeCode(email).orElseThrow();

        var accepted = guess(_ -> begun, number -> wrong(code, number));

        assertThat(accepted).isZero();
        assertThat(LOOKED_AT).hasValue(5);
    }

    @RepeatedTest(5)
    void norOfManySignInsThatBeganWithTheRightPassword() throws Exception {
        var first = begin();
        var begun = IntStream.range(0, 8)
                .mapToObj(number -> number == 0 ? first : password(number))
                .toList();
        var code = SentMessages.takeCode(email).orElseThrow();

        var accepted = guess(number -> begun.get(number % begun.size()), number -> wrong(code, number));

        assertThat(accepted).isZero();
        assertThat(LOOKED_AT).hasValue(5);
    }

    @RepeatedTest(5)
    void theRightCodeAmongThemOpensAtMostOneSession() throws Exception {
        var begun = begin();
        var code = SentMessages.takeCode(email).orElseThrow();

        var accepted = guess(_ -> begun, number -> number % 8 == 0 ? code : wrong(code, number));

        assertThat(accepted).isLessThanOrEqualTo(1);
        assertThat(LOOKED_AT).hasValueLessThanOrEqualTo(5);
    }

    private OneTimeToken begin() {
        KnownPassword.open(
                instances.getFirst().getBean(Accounts.class),
                email,
                "Marie",
                Grants.of(Grant.customer(CustomerId.next())));
        LOOKED_AT.set(0);
        return password(0);
    }

    private OneTimeToken password(int number) {
        return instances.get(number % 2).getBean(PasswordSignIn.class).begin(email, PASSWORD, Optional.empty());
    }

    private static int guess(IntFunction<OneTimeToken> signIn, IntFunction<String> code) throws Exception {
        var start = new CyclicBarrier(GUESSES);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var outcomes = IntStream.range(0, GUESSES)
                    .mapToObj(number -> threads.submit(() -> {
                        start.await();
                        return comesIn(
                                instances.get(number % 2),
                                new CodeAuthentication(signIn.apply(number), code.apply(number)));
                    }))
                    .toList();
            var accepted = 0;
            for (var outcome : outcomes) {
                accepted += outcome.get() ? 1 : 0;
            }
            return accepted;
        }
    }

    private static boolean comesIn(ConfigurableApplicationContext instance, CodeAuthentication claim) {
        try {
            instance.getBean(AuthenticationManager.class).authenticate(claim);
            return true;
        } catch (BadCredentialsException e) {
            return false;
        }
    }

    private static String wrong(String code, int number) {
        return "%06d".formatted((Integer.parseInt(code) + 1 + number) % 1_000_000);
    }

    @Configuration(proxyBeanMethods = false)
    static class Watching {

        @Bean
        @Primary
        CodeMacs watchedMacs(Keys keys) {
            return new CodeMacs(keys) {
                @Override
                boolean matches(byte[] mac, String purpose, AccountId account, String code) {
                    LOOKED_AT.incrementAndGet();
                    return super.matches(mac, purpose, account, code);
                }
            };
        }
    }
}
