package fr.guichet.identity.signin;

import fr.guichet.GuichetApplication;
import fr.guichet.identity.Accounts;
import fr.guichet.identity.Grant;
import fr.guichet.identity.Grants;
import fr.guichet.testing.KnownPassword;
import fr.guichet.testing.SentMessages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Guesses that arrive at the same instant on two instances of one database, and how many of them are looked at. */
public final class LockoutRace implements AutoCloseable {

    public static final int GUESSES = 64;

    static final String RIGHT = KnownPassword.TEXT;

    /** Every comparison with the hash of a real account, on either instance. */
    private static final Queue<String> LOOKED_AT = new ConcurrentLinkedQueue<>();

    private final List<ConfigurableApplicationContext> instances;

    private LockoutRace(List<ConfigurableApplicationContext> instances) {
        this.instances = instances;
    }

    /**
     * Starts the two instances.
     *
     * @param database the arguments that name it
     */
    public static LockoutRace on(String... database) {
        var arguments =
                Stream.concat(Stream.of("--server.port=0", "--logging.level.fr.guichet=error"), Stream.of(database));
        var all = arguments.toArray(String[]::new);
        return new LockoutRace(IntStream.range(0, 2)
                .mapToObj(_ -> new SpringApplicationBuilder(GuichetApplication.class, Watching.class).run(all))
                .toList());
    }

    /** Guesses wrongly, all at once; how many guesses were looked at. */
    public int guessInVain() throws Exception {
        guess(open(), wrong(GUESSES));
        return lookedAt();
    }

    int lookedAt() {
        return LOOKED_AT.size();
    }

    static List<String> wrong(int count) {
        return IntStream.range(0, count).mapToObj(number -> "mauvais " + number).toList();
    }

    /** How many come in. */
    int guess(String email, List<String> passwords) throws Exception {
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
            for (var outcome : new ArrayList<>(outcomes)) {
                accepted += outcome.get() ? 1 : 0;
            }
            return accepted;
        }
    }

    private static boolean comesIn(ConfigurableApplicationContext instance, String email, String password) {
        try {
            var token = instance.getBean(PasswordSignIn.class).begin(email, password, Optional.empty());
            var code = SentMessages.takeCode(email).orElse("000000");
            instance.getBean(AuthenticationManager.class).authenticate(new CodeAuthentication(token, code));
            return true;
        } catch (BadCredentialsException | SignInBusyException e) {
            return false;
        }
    }

    /** A new account; the address it signs in with. */
    String open() {
        var email = UUID.randomUUID() + "@example.org";
        KnownPassword.open(
                instances.getFirst().getBean(Accounts.class), email, "Marie", Grants.of(Grant.administrator()));
        return email;
    }

    @Override
    public void close() {
        instances.forEach(ConfigurableApplicationContext::close);
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
