package fr.guichet.platform.keys;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;

/**
 * The folder with the files of keys. Nobody but its owner may read them. Files are replaced in one step and by one process at a time;
 * who reads sees the old or the new one.
 *
 * @param path of the folder, which need not exist yet
 */
public record KeyDirectory(Path path) {

    private static final Object WITHIN_THIS_JVM = new Object();

    public KeyDirectory {
        path = path.toAbsolutePath().normalize();
    }

    /** Where the keys of the purpose are, whether they are there or not. */
    public Path file(KeyPurpose purpose) {
        return path.resolve(purpose.file());
    }

    Path publicFile(KeyPurpose purpose) {
        return path.resolve(purpose.publicFile());
    }

    /** The purposes that have no file here. */
    public List<KeyPurpose> missing() {
        return List.of(KeyPurpose.values()).stream()
                .filter(purpose -> !Files.exists(file(purpose)))
                .toList();
    }

    /**
     * Makes the keys that are missing, and the folder; keys that are there stay as they are.
     *
     * @return the purposes that got keys
     */
    public List<KeyPurpose> createMissing() throws IOException {
        return alone(() -> {
            var made = new ArrayList<KeyPurpose>();
            for (var purpose : missing()) {
                write(purpose, KeysetHandle.generateNew(purpose.parameters(), purpose.configuration()));
                made.add(purpose);
            }
            return made;
        });
    }

    /** Adds a key that is not used yet: every instance can then read what it closes before one begins to use it. */
    public void add(KeyPurpose purpose) throws IOException {
        alone(() -> {
            var added = KeysetHandle.generateEntryFromParameters(purpose.parameters())
                    .withRandomId();
            write(
                    purpose,
                    KeysetHandle.newBuilder(read(purpose))
                            .setConfiguration(purpose.configuration())
                            .addEntry(added)
                            .build());
            return added;
        });
    }

    /** Has the newest key be used from now on. The others still open what they closed. */
    public void promote(KeyPurpose purpose) throws IOException {
        alone(() -> {
            var keys = KeysetHandle.newBuilder(read(purpose)).setConfiguration(purpose.configuration());
            keys.getAt(keys.size() - 1).makePrimary();
            write(purpose, keys.build());
            return keys;
        });
    }

    /** Reads all keys of the purpose. */
    KeysetHandle read(KeyPurpose purpose) throws IOException, GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.parseKeyset(
                Files.readString(file(purpose), UTF_8), purpose.configuration(), InsecureSecretKeyAccess.get());
    }

    /** Reads the public halves of the keys of the purpose. */
    KeysetHandle readPublic(KeyPurpose purpose) throws IOException, GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.parseKeysetWithoutSecret(
                Files.readString(publicFile(purpose), UTF_8), purpose.configuration());
    }

    private void write(KeyPurpose purpose, KeysetHandle keys) throws IOException, GeneralSecurityException {
        // The public half first: nothing is ever signed with a key that an auditor does not have.
        if (purpose == KeyPurpose.AUDIT) {
            replace(
                    publicFile(purpose),
                    TinkJsonProtoKeysetFormat.serializeKeysetWithoutSecret(
                            keys.getPublicKeysetHandle(), purpose.configuration()));
        }
        replace(
                file(purpose),
                TinkJsonProtoKeysetFormat.serializeKeyset(
                        keys, purpose.configuration(), InsecureSecretKeyAccess.get()));
    }

    private void replace(Path file, String text) throws IOException {
        var draft = Files.createTempFile(path, ".draft", "", ownerOnly("rw-------"));
        try (var channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            channel.write(UTF_8.encode(text + "\n"));
            // What is closed with a key that a power cut took would stay closed.
            channel.force(true);
        }
        try {
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private <T> T alone(Work<T> work) throws IOException {
        synchronized (WITHIN_THIS_JVM) {
            if (!Files.isDirectory(path)) {
                Files.createDirectories(path, ownerOnly("rwx------"));
            }
            try (var channel = FileChannel.open(
                            path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var _ = channel.lock()) {
                return work.run();
            } catch (GeneralSecurityException e) {
                throw new IOException("the keys in %s cannot be used".formatted(path), e);
            }
        }
    }

    private static FileAttribute<?> ownerOnly(String permissions) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
    }

    @FunctionalInterface
    private interface Work<T> {
        T run() throws IOException, GeneralSecurityException;
    }
}
