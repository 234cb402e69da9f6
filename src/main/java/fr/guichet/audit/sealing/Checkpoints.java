package fr.guichet.audit.sealing;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The checkpoints in a folder: for each trail the newest one, {@code head-TRAIL.json}, and those that the trail was found to have lost,
 * {@code lost-TRAIL-NUMBER-HASH.json}, which stay as evidence.
 */
public record Checkpoints(Path folder) {

    private static final String HEAD = "head-";
    private static final String LOST = "lost-";

    /**
     * One file.
     *
     * @param checkpoint null when the file cannot be read as one
     */
    public record Found(Path file, @Nullable Checkpoint checkpoint) {}

    /** Everything there is, of whatever trail. */
    public List<Found> all() throws IOException {
        var found = new ArrayList<Found>();
        if (Files.isDirectory(folder)) {
            try (var files = Files.newDirectoryStream(folder, "{" + HEAD + "," + LOST + "}*.json")) {
                for (var file : files) {
                    found.add(new Found(file, Checkpoint.parse(Files.readString(file))));
                }
            }
        }
        return found;
    }

    Optional<Checkpoint> head(UUID trail) throws IOException {
        var file = headFile(trail);
        return Files.exists(file) ? Optional.ofNullable(Checkpoint.parse(Files.readString(file))) : Optional.empty();
    }

    void note(Checkpoint head) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
        var draft = Files.createTempFile(folder, ".draft", "");
        Files.writeString(draft, head.toText() + "\n");
        move(draft, headFile(head.trail()));
    }

    /** Puts the head aside: the trail in the database does not have it any more. */
    Path keepLost(Checkpoint head) throws IOException {
        var lost = folder.resolve("%s%s-%d-%s.json"
                .formatted(
                        LOST, head.trail(), head.number(), head.hash().toHex().substring(0, 12)));
        move(headFile(head.trail()), lost);
        return lost;
    }

    private Path headFile(UUID trail) {
        return folder.resolve(HEAD + trail + ".json");
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
