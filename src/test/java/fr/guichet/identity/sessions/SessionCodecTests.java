package fr.guichet.identity.sessions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.guichet.identity.signin.SignedInAccount;
import fr.guichet.identity.signin.StrongAuthentication;
import fr.guichet.shared.Role;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;

/** What is written is read again, and nothing else is. */
class SessionCodecTests {

    @Property
    void whatIsWrittenIsRead(@ForAll("contexts") SecurityContext context) {
        var bytes = SessionCodec.write(context);

        assertThat(SessionCodec.read(bytes)).hasValueSatisfying(read -> {
            var before = Objects.requireNonNull(context.getAuthentication());
            var after = Objects.requireNonNull(((SecurityContext) read).getAuthentication());
            assertThat(after.getPrincipal()).isEqualTo(before.getPrincipal());
            assertThat(Set.copyOf(after.getAuthorities())).isEqualTo(Set.copyOf(before.getAuthorities()));
            assertThat(after.isAuthenticated()).isTrue();
        });
        assertThat(bytes).hasSizeLessThan(600);
    }

    @Property
    void anyDamageIsReadAsNothingOrAsAWholeButNeverFails(
            @ForAll("contexts") SecurityContext context, @ForAll Random random) {
        var bytes = SessionCodec.write(context);
        var cut = Arrays.copyOf(bytes, random.nextInt(bytes.length));
        var longer = Arrays.copyOf(bytes, bytes.length + 1);
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));

        assertThat(SessionCodec.read(cut)).isEmpty();
        assertThat(SessionCodec.read(longer)).isEmpty();
        SessionCodec.read(bytes).ifPresent(read -> assertThat(read).isInstanceOfAny(SecurityContext.class));
    }

    @Property
    void whateverBytesThereAreNothingElseComesOfThem(@ForAll byte[] bytes) {
        SessionCodec.read(bytes).ifPresent(read -> assertThat(read)
                .isInstanceOfAny(SecurityContext.class, SessionFacts.class, Long.class, Integer.class, String.class));
    }

    @Test
    void factsAndNumbersAreReadToo() {
        var facts = new SessionFacts(UUID.randomUUID(), "Firefox, Linux", "2001:db8::1", Instant.now());

        for (var attribute : List.of(facts, 5L, 7, "text")) {
            assertThat(SessionCodec.read(SessionCodec.write(attribute))).contains(attribute);
        }
    }

    @Test
    void nothingElseIsWritten() {
        assertThatThrownBy(() -> SessionCodec.write(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SessionCodec.write(new SecurityContextImpl()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Provide
    Arbitrary<SecurityContext> contexts() {
        var ids = Arbitraries.create(UUID::randomUUID);
        var maybe = ids.injectNull(0.5);
        var instants = Arbitraries.longs().between(0, 4_000_000_000L).map(Instant::ofEpochSecond);
        return Combinators.combine(
                        ids,
                        Arbitraries.of(Role.class).set().ofMinSize(1),
                        maybe,
                        maybe,
                        maybe,
                        Arbitraries.longs(),
                        instants,
                        Arbitraries.of("FACTOR_PASSWORD", "FACTOR_OTT", "FACTOR_TOTP", "FACTOR_WEBAUTHN")
                                .set())
                .as(SessionCodecTests::context);
    }

    private static SecurityContext context(
            UUID account,
            Set<Role> roles,
            @Nullable UUID customer,
            @Nullable UUID adviser,
            @Nullable UUID branch,
            long version,
            Instant at,
            Set<String> factors) {
        var principal = new SignedInAccount(account, roles, customer, adviser, branch, version, at);
        var authorities = new ArrayList<GrantedAuthority>(roles.stream()
                .map(role -> new SimpleGrantedAuthority("ROLE_" + role))
                .collect(Collectors.toSet()));
        factors.forEach(factor -> authorities.add(StrongAuthentication.factor(factor, at.plusNanos(5))));
        return new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(principal, null, authorities));
    }
}
