package fr.guichet.platform.database.embedded;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the server wrote since a launch, to tell the operator why it gave up. */
final class ServerLog {

    private static final long FULL = 4 << 20;
    private static final int ENOUGH = 1 << 14;
    private static final List<String> COMPLAINTS =
            List.of("FATAL:", "PANIC:", "could not", "invalid value", "syntax error", "unrecognized");
    private static final Pattern TIME_AND_LEVEL = Pattern.compile("^[-0-9:. ]+ UTC \\[\\d+\\] [A-Z]+: +");

    private final Path file;
    private final long start;

    private ServerLog(Path file, long start) {
        this.file = file;
        this.start = start;
    }

    /** Begins a new stretch; a log that has grown large is put aside first. */
    static ServerLog from(Path file) throws IOException {
        var size = Files.exists(file) ? Files.size(file) : 0;
        if (size > FULL) {
            Home.move(file, file.resolveSibling(file.getFileName() + ".1"));
            size = 0;
        }
        return new ServerLog(file, size);
    }

    boolean contains(String words) {
        return text().contains(words);
    }

    /** What was fatal, and the complaint that led to it; else the last line. */
    String verdict() {
        var lines = text().lines().filter(line -> !line.isBlank()).toList();
        var telling = lines.stream()
                .filter(line -> COMPLAINTS.stream().anyMatch(line::contains))
                .map(line -> TIME_AND_LEVEL.matcher(line).replaceFirst(""))
                .distinct()
                .limit(2)
                .collect(Collectors.joining("; "));
        if (!telling.isEmpty()) {
            return telling;
        }
        return lines.isEmpty() ? "it said nothing" : lines.getLast();
    }

    private String text() {
        try (var log = new RandomAccessFile(file.toFile(), "r")) {
            log.seek(start);
            var bytes = new byte[(int) Math.min(ENOUGH, Math.max(0, log.length() - start))];
            log.readFully(bytes);
            return new String(bytes, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return "";
        }
    }
}
