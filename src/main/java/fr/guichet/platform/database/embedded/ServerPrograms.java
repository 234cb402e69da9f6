package fr.guichet.platform.database.embedded;

import fr.guichet.platform.start.StartRefused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs initdb, postgres and pg_ctl. Call with the control lock held. */
final class ServerPrograms {

    static final String ROLE = "guichet";
    static final String DATABASE = "guichet";

    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final ServerBinaries binaries;
    private final Home home;
    private final List<String> prefix;

    ServerPrograms(ServerBinaries binaries, Home home) {
        this.binaries = binaries;
        this.home = home;
        // PostgreSQL refuses to run as root. In a user namespace of its own it sees itself as nobody, and still owns
        // root's files.
        this.prefix = System.getProperty("user.name").equals("root") ? List.of("unshare", "--user") : List.of();
    }

    /** Makes a complete data folder: it appears under its name only when everything in it is there. */
    void createData() throws IOException, InterruptedException {
        var draft = home.path().resolve("data.draft");
        Home.deleteTree(draft);
        run(
                "",
                "initdb",
                "--pgdata=" + draft,
                "--username=" + ROLE,
                "--pwfile=" + home.passwordFile(),
                "--auth=scram-sha-256",
                // Hashing 4096 times over keeps passwords that people choose from being guessed. Ours is random and
                // long, and each
                // new connection would pay for it, the first ones with code that is not compiled yet.
                "--set=scram_iterations=1",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--no-instructions");
        run("CREATE DATABASE " + DATABASE + ";\n", "postgres", "--single", "-D", draft.toString(), "postgres");
        Home.move(draft, home.data());
    }

    /**
     * Launches the server and returns. {@code postmaster.pid} tells first when it is ready; the process, pg_ctl, ends with it, or with
     * another status than 0 when the server gave up.
     */
    Process launch() throws IOException {
        var command = new ArrayList<>(prefix);
        command.addAll(List.of(
                binaries.program("pg_ctl").toString(),
                "start",
                "--wait",
                "--timeout=600",
                "--pgdata=" + home.data(),
                "--log=" + home.log()));
        return start(command, ProcessBuilder.Redirect.DISCARD);
    }

    /** Ends all connections and asks the server to go; it needs a moment. */
    void askToStop() throws IOException, InterruptedException {
        run("", "pg_ctl", "stop", "--no-wait", "--mode=fast", "--pgdata=" + home.data());
    }

    private void run(String input, String program, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(prefix);
        command.add(binaries.program(program).toString());
        command.addAll(List.of(arguments));
        var output = Files.createTempFile(home.path(), "." + program, ".out");
        try {
            var process = start(command, ProcessBuilder.Redirect.to(output.toFile()));
            try (var stdin = process.getOutputStream()) {
                stdin.write(input.getBytes(StandardCharsets.UTF_8));
            }
            if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException("%s did not end within %d s".formatted(program, LIMIT.toSeconds()));
            }
            if (process.exitValue() != 0) {
                throw failed(program, process.exitValue(), Files.readString(output));
            }
        } finally {
            Files.deleteIfExists(output);
        }
    }

    private Process start(List<String> command, ProcessBuilder.Redirect output) throws IOException {
        var builder = new ProcessBuilder(command)
                .directory(home.path().toFile())
                .redirectErrorStream(true)
                .redirectOutput(output);
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        return builder.start();
    }

    private StartRefused failed(String program, int status, String output) {
        if (output.contains("unshare")) {
            return new StartRefused(
                    "PostgreSQL does not run as root, and this machine does not let root hide (unshare: %s): run Guichet as another user, or give it a database with --spring.datasource.url."
                            .formatted(lastLine(output)));
        }
        return new StartRefused("The database in %s could not be started: %s ended with %d: %s"
                .formatted(home.path(), program, status, lastLine(output)));
    }

    private static String lastLine(String output) {
        var lines = output.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        return lines.stream()
                .filter(line -> line.contains("error:") || line.contains("FATAL") || line.contains("PANIC"))
                .findFirst()
                .orElse(lines.isEmpty() ? "" : lines.getLast());
    }

    /** Settings for a small machine; the operator's own go to {@code postgresql.local.conf} in the home and have the last word. */
    void writeSettings(int port) throws IOException {
        var text = """
                # Written by Guichet at each start of the server. Your own settings belong into ../postgresql.local.conf.
                listen_addresses = '127.0.0.1'
                port = %d
                unix_socket_directories = ''
                max_connections = 200
                shared_buffers = 256MB
                effective_cache_size = 1GB
                work_mem = 16MB
                maintenance_work_mem = 128MB
                random_page_cost = 1.1
                jit = off
                wal_compression = on
                max_wal_size = 1GB
                checkpoint_timeout = 15min
                timezone = 'UTC'
                log_timezone = 'UTC'
                lc_messages = 'C'
                log_checkpoints = off
                # Refused bookings are daily business here, not news; Guichet logs the errors that are.
                log_min_messages = log
                log_min_error_statement = panic
                client_connection_check_interval = 5s
                include_if_exists = '../postgresql.local.conf'
                """.formatted(port);
        Files.writeString(home.data().resolve("postgresql.conf"), text);
    }
}
