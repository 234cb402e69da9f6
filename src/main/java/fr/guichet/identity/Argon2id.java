package fr.guichet.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.FixedBlockPool;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.springframework.security.crypto.password.AbstractValidatingPasswordEncoder;

/**
 * Argon2id (RFC 9106), written as everybody writes it: {@code $argon2id$v=19$m=19456,t=2,p=1$salt$hash}. The memory that hashing fills
 * is kept and filled again: taken anew for each hash, it would be gigabytes of garbage a second in a storm of sign-ins, and everybody
 * waits while garbage is collected.
 */
final class Argon2id extends AbstractValidatingPasswordEncoder {

    private static final Pattern ENCODED = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,2}),p=(\\d{1,2})\\$([A-Za-z0-9+/]{11,})\\$([A-Za-z0-9+/]{22,})");

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;

    /** What Bouncy Castle works with besides, for the addresses of blocks. */
    private static final int MORE_BLOCKS = 4;

    private static final RandomGenerator RANDOM = new SecureRandom();

    /**
     * What a hash costs.
     *
     * @param kibibytes of memory, each of which is a block
     */
    record Cost(int kibibytes, int passes, int lanes) {}

    private final Cost cost;
    private final BlockingQueue<FixedBlockPool> memory;

    /**
     * With this cost for new hashes.
     *
     * @param atOnce for how many hashes at once memory is kept; more find memory of their own, which is let go
     */
    Argon2id(Cost cost, int atOnce) {
        this.cost = cost;
        this.memory = new ArrayBlockingQueue<>(atOnce);
    }

    @Override
    protected String encodeNonNullPassword(String password) {
        var salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return new Hash(cost, salt, hash(password, cost, salt, HASH_BYTES)).encoded();
    }

    @Override
    protected boolean matchesNonNull(String password, String encoded) {
        return Hash.parse(encoded)
                .filter(known -> MessageDigest.isEqual(
                        known.value(), hash(password, known.cost(), known.salt(), known.value().length)))
                .isPresent();
    }

    @Override
    protected boolean upgradeEncodingNonNull(String encoded) {
        return Hash.parse(encoded)
                .filter(known -> known.cost().kibibytes() < cost.kibibytes()
                        || known.cost().passes() < cost.passes())
                .isPresent();
    }

    private byte[] hash(String password, Cost wanted, byte[] salt, int length) {
        var blocks =
                Optional.ofNullable(memory.poll()).orElseGet(() -> new FixedBlockPool(cost.kibibytes() + MORE_BLOCKS));
        try {
            var generator = new Argon2BytesGenerator();
            generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                    .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                    .withMemoryAsKB(wanted.kibibytes())
                    .withIterations(wanted.passes())
                    .withParallelism(wanted.lanes())
                    .withSalt(salt)
                    .withBlockPool(blocks)
                    .build());
            var hash = new byte[length];
            generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), hash);
            return hash;
        } finally {
            memory.offer(blocks);
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Hash(Cost cost, byte[] salt, byte[] value) {

        static Optional<Hash> parse(String encoded) {
            var parts = ENCODED.matcher(encoded);
            return parts.matches()
                    ? Optional.of(new Hash(
                            new Cost(
                                    Integer.parseInt(parts.group(1)),
                                    Integer.parseInt(parts.group(2)),
                                    Integer.parseInt(parts.group(3))),
                            Base64.getDecoder().decode(parts.group(4)),
                            Base64.getDecoder().decode(parts.group(5))))
                    : Optional.empty();
        }

        String encoded() {
            var base64 = Base64.getEncoder().withoutPadding();
            return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
                    .formatted(
                            cost.kibibytes(),
                            cost.passes(),
                            cost.lanes(),
                            base64.encodeToString(salt),
                            base64.encodeToString(value));
        }
    }
}
