package fr.guichet.platform.database.embedded;

import fr.guichet.platform.start.StartRefused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The folder that holds everything of the embedded server, by default {@code ~/.guichet}.
 *
 * @param path absolute, without links, whether it exists or not
 */
record Home(Path path) {

    /** PostgreSQL's programs start each other through a shell, with double quotes around the path. */
    private static final Pattern UNFIT = Pattern.compile("[\"$`\\\\\\p{Cntrl}]");

    Home {
        path = real(path.toAbsolutePath().normalize());
    }

    private static Path real(Path path) {
        var parent = path.getParent();
        try {
            return path.toRealPath();
        } catch (IOException e) {
            return parent == null ? path : real(parent).resolve(path.getFileName());
        }
    }

    /** Makes the folder if need be and proves that it can be written. */
    void prepare() {
        if (UNFIT.matcher(path.toString()).find()) {
            throw new StartRefused(
                    "The home folder %s has a character in its path that PostgreSQL's programs do not take (\" $ ` \\): choose another with --guichet.home=FOLDER."
                            .formatted(path));
        }
        try {
            if (!Files.isDirectory(path)) {
                Files.createDirectories(
                        path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
            var probe = Files.createTempFile(path, ".probe", "");
            Files.delete(probe);
        } catch (IOException e) {
            throw new StartRefused(
                    "The home folder %s cannot be written (%s). Give it to this user, or choose another with --guichet.home=FOLDER."
                            .formatted(path, Reasons.of(e)),
                    e);
        }
    }

    Path data() {
        return path.resolve("data");
    }

    Path log() {
        return path.resolve("server.log");
    }

    Path server(String version) {
        return path.resolve("server").resolve(version);
    }

    Path passwordFile() {
        return path.resolve("password");
    }

    Path controlLock() {
        return path.resolve("control.lock");
    }

    Path instancesLock() {
        return path.resolve("instances.lock");
    }

    /** The password of the database role, once {@link #writeOwnerOnly} has put it there. */
    Optional<String> password() throws IOException {
        return read(passwordFile());
    }

    /** The loopback port, chosen at the first start and kept. */
    Optional<Integer> port() throws IOException {
        return read(path.resolve("port")).map(Integer::valueOf);
    }

    void keepPort(int port) throws IOException {
        writeOwnerOnly(path.resolve("port"), Integer.toString(port));
    }

    /** The machine on which the server was last started. */
    Optional<String> machine() throws IOException {
        return read(path.resolve("machine"));
    }

    void keepMachine(String machine) throws IOException {
        writeOwnerOnly(path.resolve("machine"), machine);
    }

    /** Replaces the file in one step; nobody but the owner may read it. */
    void writeOwnerOnly(Path file, String text) throws IOException {
        var draft = Files.createTempFile(
                path, ".draft", "", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(draft, text + "\n");
        move(draft, file);
    }

    static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    static void deleteTree(Path tree) throws IOException {
        if (!Files.exists(tree)) {
            return;
        }
        Files.walkFileTree(tree, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) throws IOException {
                if (failure != null) {
                    throw failure;
                }
                Files.delete(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static Optional<String> read(Path file) throws IOException {
        return Files.exists(file)
                ? Optional.of(Files.readString(file, StandardCharsets.UTF_8).strip())
                        .filter(text -> !text.isEmpty())
                : Optional.empty();
    }
}
