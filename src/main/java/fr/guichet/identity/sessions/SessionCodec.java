package fr.guichet.identity.sessions;

import fr.guichet.identity.signin.SignedInAccount;
import fr.guichet.shared.Role;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;

/**
 * How what a session holds is written: who is signed in and by which factors, and from where. A form of our own, because it is read
 * with every request, so it is a tenth of Java's in size and time, and because whoever can write to the table must not be able to
 * have other classes made of it. The first byte says what it is; what another version wrote is read as nothing.
 */
public final class SessionCodec {

    private static final int SIGNED_IN = 1;
    private static final int FACTS = 2;
    private static final int LONG = 3;
    private static final int INTEGER = 4;
    private static final int TEXT = 5;

    private static final int MOST_AUTHORITIES = 16;
    private static final String ROLE = "ROLE_";

    private SessionCodec() {}

    /**
     * Writes one attribute.
     *
     * @throws IllegalArgumentException for anything that a session is not made of
     */
    public static byte[] write(Object attribute) {
        var bytes = new ByteArrayOutputStream(192);
        try (var out = new DataOutputStream(bytes)) {
            switch (attribute) {
                case SecurityContext context -> write(context, out);
                case SessionFacts facts -> write(facts, out);
                case Long number -> {
                    out.writeByte(LONG);
                    out.writeLong(number);
                }
                case Integer number -> {
                    out.writeByte(INTEGER);
                    out.writeInt(number);
                }
                case String text -> {
                    out.writeByte(TEXT);
                    out.writeUTF(text);
                }
                default -> throw new IllegalArgumentException("A session does not hold a " + attribute.getClass());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Reads one attribute; empty when it was damaged or written by another version. */
    public static Optional<Object> read(byte[] bytes) {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            Object attribute =
                    switch (in.readByte()) {
                        case SIGNED_IN -> context(in);
                        case FACTS -> facts(in);
                        case LONG -> in.readLong();
                        case INTEGER -> in.readInt();
                        case TEXT -> in.readUTF();
                        default -> null;
                    };
            return in.available() == 0 ? Optional.ofNullable(attribute) : Optional.empty();
        } catch (IOException | DateTimeException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static void write(SecurityContext context, DataOutputStream out) throws IOException {
        var authentication = context.getAuthentication();
        if (authentication == null || !(authentication.getPrincipal() instanceof SignedInAccount account)) {
            throw new IllegalArgumentException("A session is somebody's, or there is none");
        }
        out.writeByte(SIGNED_IN);
        write(account.account(), out);
        write(account.customer(), out);
        write(account.adviser(), out);
        write(account.branch(), out);
        out.writeLong(account.sessionVersion());
        write(account.signedInAt(), out);
        out.writeByte(account.roles().size());
        for (var role : account.roles()) {
            out.writeUTF(role.name());
        }
        var factors = factors(authentication.getAuthorities());
        out.writeByte(factors.size());
        for (var factor : factors) {
            out.writeUTF(Objects.requireNonNull(factor.getAuthority()));
            write(factor.getIssuedAt(), out);
        }
    }

    private static SecurityContext context(DataInputStream in) throws IOException {
        var account = required(in);
        var customer = uuid(in);
        var adviser = uuid(in);
        var branch = uuid(in);
        var version = in.readLong();
        var signedInAt = instant(in);
        var roles = EnumSet.noneOf(Role.class);
        var authorities = new ArrayList<GrantedAuthority>();
        for (var left = count(in); left > 0; left--) {
            var role = Role.valueOf(in.readUTF());
            roles.add(role);
            authorities.add(new SimpleGrantedAuthority(ROLE + role));
        }
        for (var left = count(in); left > 0; left--) {
            authorities.add(FactorGrantedAuthority.withAuthority(in.readUTF())
                    .issuedAt(instant(in))
                    .build());
        }
        var principal = new SignedInAccount(account, Set.copyOf(roles), customer, adviser, branch, version, signedInAt);
        return new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(principal, null, authorities));
    }

    private static void write(SessionFacts facts, DataOutputStream out) throws IOException {
        out.writeByte(FACTS);
        write(facts.id(), out);
        out.writeUTF(facts.device());
        out.writeUTF(facts.address());
        write(facts.beganAt(), out);
    }

    private static SessionFacts facts(DataInputStream in) throws IOException {
        return new SessionFacts(required(in), in.readUTF(), in.readUTF(), instant(in));
    }

    private static List<FactorGrantedAuthority> factors(Collection<? extends GrantedAuthority> authorities) {
        return authorities.stream()
                .filter(FactorGrantedAuthority.class::isInstance)
                .map(FactorGrantedAuthority.class::cast)
                .toList();
    }

    private static int count(DataInputStream in) throws IOException {
        var count = in.readUnsignedByte();
        if (count > MOST_AUTHORITIES) {
            throw new IOException("Nobody has that many");
        }
        return count;
    }

    private static void write(@Nullable UUID id, DataOutputStream out) throws IOException {
        out.writeBoolean(id != null);
        if (id != null) {
            out.writeLong(id.getMostSignificantBits());
            out.writeLong(id.getLeastSignificantBits());
        }
    }

    private static @Nullable UUID uuid(DataInputStream in) throws IOException {
        return in.readBoolean() ? new UUID(in.readLong(), in.readLong()) : null;
    }

    private static UUID required(DataInputStream in) throws IOException {
        var id = uuid(in);
        if (id == null) {
            throw new IOException("Nobody's");
        }
        return id;
    }

    private static void write(Instant instant, DataOutputStream out) throws IOException {
        out.writeLong(instant.getEpochSecond());
        out.writeInt(instant.getNano());
    }

    private static Instant instant(DataInputStream in) throws IOException {
        return Instant.ofEpochSecond(in.readLong(), in.readInt());
    }
}
