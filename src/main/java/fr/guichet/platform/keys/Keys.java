package fr.guichet.platform.keys;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Mac;
import com.google.crypto.tink.PublicKeySign;
import com.google.crypto.tink.PublicKeyVerify;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What can be done with the keys. They are read when they are first used, and again within a second of a change of their file; ask
 * anew for each use and keep nothing. An unreadable file is an UncheckedIOException.
 */
public final class Keys {

    private final Watched<Aead> secrets;
    private final Watched<Mac> codes;
    private final Watched<Mac> auditEntries;
    private final Watched<PublicKeySign> auditSigner;
    private final Watched<PublicKeyVerify> auditVerifier;

    public Keys(KeyDirectory directory) {
        secrets = secret(directory, KeyPurpose.SECRETS, Aead.class);
        codes = secret(directory, KeyPurpose.CODES, Mac.class);
        auditEntries = secret(directory, KeyPurpose.AUDIT_ENTRIES, Mac.class);
        auditSigner = secret(directory, KeyPurpose.AUDIT, PublicKeySign.class);
        auditVerifier = new Watched<>(
                KeyPurpose.AUDIT,
                directory.publicFile(KeyPurpose.AUDIT),
                () -> directory.readPublic(KeyPurpose.AUDIT),
                PublicKeyVerify.class);
    }

    /** Encrypts small secrets for the database. The associated data says whose a secret is, so that it cannot be moved to another row. */
    public Aead secrets() {
        return secrets.get();
    }

    /** Authenticates one-time codes and recovery codes, so that the database holds nothing that guesses could be tried on. */
    public Mac codes() {
        return codes.get();
    }

    /** Marks entries of the audit trail when they are written. */
    public Mac auditEntries() {
        return auditEntries.get();
    }

    /** Signs what the audit trail has sealed. */
    public PublicKeySign auditSigner() {
        return auditSigner.get();
    }

    /** Checks such signatures; needs the public file only. */
    public PublicKeyVerify auditVerifier() {
        return auditVerifier.get();
    }

    private static <T> Watched<T> secret(KeyDirectory directory, KeyPurpose purpose, Class<T> primitive) {
        return new Watched<>(purpose, directory.file(purpose), () -> directory.read(purpose), primitive);
    }

    @FunctionalInterface
    private interface Reading {
        KeysetHandle read() throws IOException, GeneralSecurityException;
    }

    /** One file, read when it is wanted and when it has changed. */
    private static final class Watched<T> {

        private static final long LOOK_AFTER = Duration.ofSeconds(1).toNanos();

        private record Held<T>(T primitive, FileTime of, long looked) {}

        private final KeyPurpose purpose;
        private final Path file;
        private final Reading reading;
        private final Class<T> type;
        private volatile @Nullable Held<T> held;

        Watched(KeyPurpose purpose, Path file, Reading reading, Class<T> type) {
            this.purpose = purpose;
            this.file = file;
            this.reading = reading;
            this.type = type;
        }

        T get() {
            var known = held;
            return known != null && System.nanoTime() - known.looked < LOOK_AFTER ? known.primitive : look();
        }

        private synchronized T look() {
            try {
                var known = held;
                var changed = Files.getLastModifiedTime(file);
                var primitive = known != null && known.of.equals(changed)
                        ? known.primitive
                        : reading.read().getPrimitive(purpose.configuration(), type);
                held = new Held<>(primitive, changed, System.nanoTime());
                return primitive;
            } catch (IOException e) {
                throw new UncheckedIOException("The keys in " + file + " cannot be read", e);
            } catch (GeneralSecurityException e) {
                throw new UncheckedIOException(
                        "The keys in " + file + " cannot be used",
                        new IOException(e.getClass().getSimpleName()));
            }
        }
    }
}
