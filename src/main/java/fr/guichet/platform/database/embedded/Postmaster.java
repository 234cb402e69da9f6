package fr.guichet.platform.database.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * What {@code postmaster.pid} says about a running server.
 *
 * @param pid of the postmaster
 * @param port on the loopback interface; 0 while it has not said
 * @param ready whether it takes connections
 */
record Postmaster(long pid, int port, boolean ready) {

    private static final int PORT_LINE = 3;
    private static final int STATUS_LINE = 7;

    /** The live server of the data folder, if there is one; the file of a dead one counts as none. */
    static Optional<Postmaster> of(Path data) throws IOException {
        try {
            var lines = Files.readAllLines(pidFile(data));
            if (lines.isEmpty() || lines.getFirst().isBlank()) {
                return Optional.empty();
            }
            var pid = Long.parseLong(lines.getFirst().strip());
            if (!alive(pid) || !serves(pid, data)) {
                return Optional.empty();
            }
            var port = lines.size() > PORT_LINE
                    ? Integer.parseInt(lines.get(PORT_LINE).strip())
                    : 0;
            var status = lines.size() > STATUS_LINE ? lines.get(STATUS_LINE).strip() : "starting";
            return Optional.of(new Postmaster(pid, port, status.equals("ready")));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /**
     * Removes the file that a dead server left. PostgreSQL does so itself, except when the number has gone to another process, as
     * happens after a reboot, or to a corpse that nobody buries, as happens in containers, or when the file is empty.
     */
    static void forgetDead(Path data) throws IOException {
        if (of(data).isEmpty()) {
            Files.deleteIfExists(pidFile(data));
        }
    }

    boolean alive() {
        return alive(pid);
    }

    private static Path pidFile(Path data) {
        return data.resolve("postmaster.pid");
    }

    private static boolean alive(long pid) {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent() && !corpse(pid);
    }

    /** Whether the process is a server of this folder; the number may have gone to something else. */
    private static boolean serves(long pid, Path data) {
        return ProcessHandle.of(pid)
                .map(ProcessHandle::info)
                .map(info -> info.arguments()
                        .map(arguments -> Arrays.stream(arguments).anyMatch(argument -> names(argument, data)))
                        .orElseGet(() -> info.command()
                                .map(command -> command.endsWith("postgres"))
                                .orElse(true)))
                .orElse(false);
    }

    private static boolean names(String argument, Path data) {
        try {
            return argument.startsWith("/") && Files.isSameFile(Path.of(argument), data);
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean corpse(long pid) {
        try {
            var status = Files.readString(Path.of("/proc/" + pid + "/stat"));
            return status.charAt(status.lastIndexOf(')') + 2) == 'Z';
        } catch (IOException e) {
            return false; // no /proc here, or gone since
        }
    }
}
