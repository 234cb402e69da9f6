package fr.guichet.identity;

import java.text.Normalizer;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** How passwords are kept: Argon2id with 19 MiB, two passes and one lane (OWASP), its name in front so that it can be replaced. */
@Configuration(proxyBeanMethods = false)
class Passwords {

    private static final Argon2id.Cost COST = new Argon2id.Cost(19 * 1024, 2, 1);

    @Bean
    PasswordEncoder passwordEncoder() {
        var argon2 = new Argon2id(COST, Runtime.getRuntime().availableProcessors());
        return new Normalizing(new DelegatingPasswordEncoder("argon2id", Map.of("argon2id", argon2)));
    }

    /** The same text however the keyboard composed its accents. */
    static String normalized(CharSequence password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }

    private record Normalizing(PasswordEncoder encoder) implements PasswordEncoder {

        @Override
        public @Nullable String encode(@Nullable CharSequence password) {
            return encoder.encode(password == null ? null : normalized(password));
        }

        @Override
        public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
            return encoder.matches(password == null ? null : normalized(password), hash);
        }

        @Override
        public boolean upgradeEncoding(@Nullable String hash) {
            return encoder.upgradeEncoding(hash);
        }
    }
}
