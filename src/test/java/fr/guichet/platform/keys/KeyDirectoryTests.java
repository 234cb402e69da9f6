package fr.guichet.platform.keys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.guichet.platform.start.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyDirectoryTests {

    private static final byte[] TEXT = "bonjour".getBytes(UTF_8);
    private static final byte[] ROW = "row 1".getBytes(UTF_8);

    @TempDir
    private Path folder;

    private KeyDirectory directory;

    @BeforeEach
    void aPlaceThatDoesNotExistYet() {
        directory = new KeyDirectory(folder.resolve("home/keys"));
    }

    @Test
    void everyPurposeHasItsKeys() throws Exception {
        directory.createMissing();
        var keys = new Keys(directory);

        var closed = keys.secrets().encrypt(TEXT, ROW);
        assertThat(keys.secrets().decrypt(closed, ROW)).isEqualTo(TEXT);
        assertThatThrownBy(() -> keys.secrets().decrypt(closed, "row 2".getBytes(UTF_8)))
                .isInstanceOf(GeneralSecurityException.class);
        keys.codes().verifyMac(keys.codes().computeMac(TEXT), TEXT);
        assertThatThrownBy(() -> keys.auditEntries().verifyMac(keys.codes().computeMac(TEXT), TEXT))
                .as("keys of another purpose")
                .isInstanceOf(GeneralSecurityException.class);
        keys.auditVerifier().verify(keys.auditSigner().sign(TEXT), TEXT);
    }

    @Test
    void onlyTheOwnerMayRead() throws IOException {
        directory.createMissing();

        assertThat(permissions(directory.path())).isEqualTo("rwx------");
        for (var purpose : KeyPurpose.values()) {
            assertThat(permissions(directory.file(purpose))).isEqualTo("rw-------");
        }
    }

    @Test
    void whatIsThereStays() throws IOException {
        directory.createMissing();
        var before = Files.readString(directory.file(KeyPurpose.SECRETS));
        Files.delete(directory.file(KeyPurpose.CODES));

        assertThat(directory.createMissing()).containsExactly(KeyPurpose.CODES);

        assertThat(Files.readString(directory.file(KeyPurpose.SECRETS))).isEqualTo(before);
    }

    @Test
    void manyAtOnceMakeThemOnce() throws Exception {
        try (var pool = Executors.newFixedThreadPool(8)) {
            var all = pool.invokeAll(IntStream.range(0, 8)
                    .<Callable<Integer>>mapToObj(
                            number -> () -> directory.createMissing().size())
                    .toList());
            var made = 0;
            for (var one : all) {
                made += one.get();
            }
            assertThat(made).isEqualTo(KeyPurpose.values().length);
        }
    }

    @Test
    void whatAnOldKeyClosedStaysReadable() throws Exception {
        directory.createMissing();
        var before = new Keys(directory);
        var closed = before.secrets().encrypt(TEXT, ROW);
        var signature = before.auditSigner().sign(TEXT);
        var old = KeyIds.of(directory.file(KeyPurpose.SECRETS)).primary();

        assertThat(command("rotate", "--directory=" + directory.path())).isZero();

        var ids = KeyIds.of(directory.file(KeyPurpose.SECRETS));
        assertThat(ids.primary()).isNotEqualTo(old);
        assertThat(ids.all()).contains(old).hasSize(2);
        var after = new Keys(directory);
        assertThat(after.secrets().decrypt(closed, ROW)).isEqualTo(TEXT);
        after.auditVerifier().verify(signature, TEXT);
        assertThat(after.auditSigner().sign(TEXT)).isNotEqualTo(signature);
    }

    @Test
    void aKeyThatWasOnlyAddedIsReadButNotUsed() throws Exception {
        directory.createMissing();
        var copy = Files.readString(directory.file(KeyPurpose.CODES));
        command("add", "--directory=" + directory.path(), "--purpose=codes");
        var added = new Keys(directory);
        var primary = KeyIds.of(directory.file(KeyPurpose.CODES)).primary();
        command("promote", "--directory=" + directory.path(), "--purpose=codes");

        assertThat(primary).isEqualTo(primaryOf(copy));
        assertThat(KeyIds.of(directory.file(KeyPurpose.CODES)).primary()).isNotEqualTo(primary);
        added.codes().verifyMac(new Keys(directory).codes().computeMac(TEXT), TEXT);
    }

    @Test
    void aCommandThatMakesNoSenseChangesNothing() {
        assertThat(command("rotate", "--directory=" + directory.path())).isEqualTo(2);
        assertThat(command("create")).isEqualTo(2);
        assertThat(command("create", "--directory=" + directory.path(), "--purpose=other"))
                .isEqualTo(2);
        assertThat(directory.path()).doesNotExist();
    }

    @Test
    void aFileThatIsNoneOfOursIsNotQuoted() throws IOException {
        directory.createMissing();
        Files.writeString(directory.file(KeyPurpose.CODES), "{\"secret\": ");

        assertThatThrownBy(() -> KeyIds.of(directory.file(KeyPurpose.CODES)))
                .hasMessage("it is not a file of keys")
                .hasNoCause();
    }

    private static int command(String... arguments) {
        var out = new PrintStream(new ByteArrayOutputStream(), false, UTF_8);
        return KeysCommand.run(new Terminal(out, out), arguments);
    }

    private static long primaryOf(String keyset) {
        return Long.parseLong(keyset.replaceAll("(?s).*\"primaryKeyId\":\\s*(\\d+).*", "$1"));
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
