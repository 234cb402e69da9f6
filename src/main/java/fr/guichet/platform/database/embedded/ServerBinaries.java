package fr.guichet.platform.database.embedded;

import fr.guichet.platform.start.StartRefused;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * PostgreSQL's programs for this machine, unpacked once per version below the home. Not in a temporary folder: those are emptied by a
 * reboot, and may belong to somebody else.
 *
 * @param folder holds bin, lib and share
 */
record ServerBinaries(Path folder) {

    /** As in the pom; the folder of the programs carries it. */
    static final String VERSION = "18.6.0";

    Path program(String name) {
        return folder.resolve("bin").resolve(name);
    }

    /** Call with the control lock held. */
    static ServerBinaries unpack(Home home) throws IOException {
        var folder = home.server(VERSION);
        if (!Files.isDirectory(folder)) {
            var draft = folder.resolveSibling("." + VERSION + ".draft");
            Home.deleteTree(draft);
            Files.createDirectories(draft);
            unpack(archive(), draft);
            Home.move(draft, folder);
        }
        return new ServerBinaries(folder);
    }

    private static String archive() {
        var system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        var arm = System.getProperty("os.arch").equals("aarch64");
        if (system.contains("linux")) {
            return arm ? "postgres-linux-arm_64.txz" : "postgres-linux-x86_64.txz";
        }
        if (system.contains("mac")) {
            return "postgres-darwin-arm_64.txz"; // a universal binary
        }
        throw new StartRefused(
                "Guichet brings no PostgreSQL for %s: give it one with --spring.datasource.url=jdbc:postgresql://HOST/DATABASE."
                        .formatted(System.getProperty("os.name")));
    }

    private static void unpack(String archive, Path target) throws IOException {
        try (var packed = ServerBinaries.class.getClassLoader().getResourceAsStream(archive)) {
            if (packed == null) {
                throw new StartRefused(
                        "This build of Guichet holds no PostgreSQL for this machine (%s): build it here with ./guichet run, or give a database with --spring.datasource.url."
                                .formatted(archive));
            }
            var tar = new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(packed, 1 << 16)));
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                put(tar, entry, target);
            }
        }
    }

    private static void put(TarArchiveInputStream tar, TarArchiveEntry entry, Path target) throws IOException {
        var file = target.resolve(entry.getName()).normalize();
        if (!file.startsWith(target)) {
            throw new IOException("The archive reaches outside its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.resolveSibling(""));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, file);
            if ((entry.getMode() & 0100) != 0) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
        }
    }
}
