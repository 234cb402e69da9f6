package fr.guichet.identity.signon;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.text.ParseException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.client.RestClientException;

/**
 * The bank's OpenID Connect provider: where its endpoints are and which keys it signs with. Nothing is asked of it before somebody
 * needs it, so that Guichet starts without it, and what it did not answer is asked again a moment later, so that it may go and come
 * back.
 *
 * <p>Its keys are kept for five minutes, and for an hour longer while it is away. A token that names a key not known here has them
 * fetched again, at most twice in ten seconds whatever arrives: new keys are found, and invented ones cannot be made to hammer it.
 */
public final class IdentityProvider {

    private static final Logger LOG = LoggerFactory.getLogger(IdentityProvider.class);

    /** Signatures with a private key only; what can be checked with a shared secret could be made with a public one. */
    private static final Set<JWSAlgorithm> ALGORITHMS =
            Set.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256);

    private static final String METADATA = "/.well-known/openid-configuration";
    private static final long KEEP_METADATA = Duration.ofMinutes(30).toNanos();
    private static final long ASK_AGAIN = Duration.ofSeconds(1).toNanos();
    private static final long KEEP_KEYS_MS = Duration.ofMinutes(5).toMillis();
    private static final long KEEP_KEYS_WHEN_AWAY_MS = Duration.ofHours(1).toMillis();
    private static final long KEY_FETCHES_EVERY_MS = Duration.ofSeconds(10).toMillis();

    private final String issuer;
    private final Duration patience;
    private final SingletonSupplier<ProviderHttp> http;
    private final SingletonSupplier<JWKSource<SecurityContext>> keys;
    private final ReentrantLock asking = new ReentrantLock();
    private volatile @Nullable Answer answer;

    /** What the provider said last, or that it said nothing. */
    private record Answer(
            @Nullable ProviderMetadata metadata, @Nullable Throwable failure, long at) {

        boolean isYoungerThan(long nanos) {
            return System.nanoTime() - at < nanos;
        }
    }

    public IdentityProvider(SignOnProperties properties) {
        issuer = Objects.requireNonNull(properties.issuer(), "guichet.sign-on.issuer");
        patience = properties.connectTimeout().plus(properties.readTimeout());
        http = SingletonSupplier.of(() -> new ProviderHttp(properties));
        keys = SingletonSupplier.of(this::keySource);
    }

    public String issuer() {
        return issuer;
    }

    ProviderHttp http() {
        return http.obtain();
    }

    /**
     * Where its endpoints are, asked for once in half an hour; while it is away, as they were.
     *
     * @throws SignOnUnavailableException when it has not answered yet
     */
    ProviderMetadata metadata() {
        return metadata(KEEP_METADATA, true);
    }

    /**
     * The same, by a provider that answered a moment ago: nobody is sent to one that is away.
     *
     * @throws SignOnUnavailableException when it does not answer
     */
    ProviderMetadata metadataOfOneThatAnswers() {
        return metadata(ASK_AGAIN, false);
    }

    private ProviderMetadata metadata(long youngerThan, boolean orAsItWas) {
        var known = answer;
        if (known == null || !known.isYoungerThan(known.failure == null ? youngerThan : ASK_AGAIN)) {
            known = ask(known, youngerThan);
        }
        if (known.metadata != null && (orAsItWas || known.failure == null)) {
            return known.metadata;
        }
        throw new SignOnUnavailableException("The bank's sign-on does not answer", known.failure);
    }

    /** One asks and the others, who have come meanwhile, wait for what that one hears; no longer than a call may take. */
    private Answer ask(@Nullable Answer before, long youngerThan) {
        try {
            if (!asking.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new SignOnUnavailableException("The bank's sign-on does not answer in time", null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SignOnUnavailableException("Interrupted", e);
        }
        try {
            var meanwhile = answer;
            if (meanwhile != null && !Objects.equals(meanwhile, before) && meanwhile.isYoungerThan(youngerThan)) {
                return meanwhile;
            }
            var fresh = fetch(before == null ? null : before.metadata);
            tell(before, fresh);
            answer = fresh;
            return fresh;
        } finally {
            asking.unlock();
        }
    }

    private Answer fetch(@Nullable ProviderMetadata before) {
        try {
            var metadata = ProviderMetadata.parse(issuer, http().get(issuer + METADATA));
            return new Answer(metadata, null, System.nanoTime());
        } catch (RestClientException | IllegalArgumentException e) {
            return new Answer(before, e, System.nanoTime());
        }
    }

    private void tell(@Nullable Answer before, Answer after) {
        var wasAway = before != null && before.failure != null;
        if (after.failure != null && !wasAway) {
            LOG.warn("The bank's sign-on at {} is away: {}", issuer, after.failure.getMessage());
        } else if (after.failure == null && wasAway) {
            LOG.info("The bank's sign-on at {} is back", issuer);
        }
    }

    /**
     * Reads tokens that the provider signed.
     *
     * @param types what a token's header may say that it is
     * @param untyped whether it may also say nothing, or just {@code JWT}
     * @param validator what its claims must be; who issued it is checked in any case
     */
    public NimbusJwtDecoder decoder(Set<String> types, boolean untyped, OAuth2TokenValidator<Jwt> validator) {
        var processor = new DefaultJWTProcessor<SecurityContext>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(
                ALGORITHMS, (selector, context) -> keys.obtain().get(selector, context)));
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(types(types, untyped)));
        // Spring Security judges the claims.
        processor.setJWTClaimsSetVerifier((claims, context) -> {});
        var decoder = new NimbusJwtDecoder(processor);
        decoder.setJwtValidator(validator);
        return decoder;
    }

    private static Set<@Nullable JOSEObjectType> types(Set<String> names, boolean untyped) {
        var types = new HashSet<@Nullable JOSEObjectType>();
        names.forEach(name -> types.add(new JOSEObjectType(name)));
        if (untyped) {
            types.add(JOSEObjectType.JWT);
            types.add(null);
        }
        return types;
    }

    private JWKSource<SecurityContext> keySource() {
        var source = JWKSourceBuilder.create(new PublishedKeys())
                .cache(KEEP_KEYS_MS, patience.toMillis())
                .refreshAheadCache(false)
                .rateLimited(KEY_FETCHES_EVERY_MS)
                .outageTolerant(KEEP_KEYS_WHEN_AWAY_MS)
                .build();
        return (selector, context) -> {
            try {
                return source.get(selector, context);
            } catch (RateLimitReachedException e) {
                // A key that nobody knew a moment ago either.
                return List.of();
            }
        };
    }

    private final class PublishedKeys implements JWKSetSource<SecurityContext> {

        @Override
        public JWKSet getJWKSet(JWKSetCacheRefreshEvaluator refresh, long now, SecurityContext context)
                throws KeySourceException {
            try {
                return JWKSet.parse(http().get(metadata().keys()));
            } catch (RestClientException | SignOnUnavailableException | ParseException e) {
                throw new JWKSetUnavailableException("The provider's keys cannot be had", e);
            }
        }

        @Override
        public void close() {
            // Nothing is held open.
        }
    }
}
