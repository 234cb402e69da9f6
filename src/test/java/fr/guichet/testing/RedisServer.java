package fr.guichet.testing;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;

/**
 * A real Redis on a free port of this machine, which a test may stop, freeze and start again; what it holds outlives that. It forbids
 * {@code CONFIG}, as services often do.
 */
public final class RedisServer implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String PASSWORD = "entre nous seulement";

    private final int port = freePort();
    private final Path folder =
            Path.of("target", "test-redis", ProcessHandle.current().pid() + "-" + port);
    private @Nullable Process process;
    private @Nullable LettuceConnectionFactory connections;

    /** Starts one. */
    public RedisServer() {
        start();
    }

    /** What an instance is told so that its sessions lie here. */
    public List<String> arguments() {
        return List.of(
                "--guichet.sessions.store=redis",
                "--spring.data.redis.port=" + port,
                "--spring.data.redis.password=" + PASSWORD);
    }

    /** To look at what lies here. */
    public StringRedisTemplate inside() {
        if (connections == null) {
            var factory = new LettuceConnectionFactory("127.0.0.1", port);
            factory.getStandaloneConfiguration().setPassword(PASSWORD);
            factory.afterPropertiesSet();
            factory.start();
            connections = factory;
        }
        return new StringRedisTemplate(connections);
    }

    /** Starts it, or starts it again with what it held. */
    public void start() {
        try {
            Files.createDirectories(folder);
            var command = new ArrayList<>(List.of("redis-server"));
            command.addAll(List.of("--port", "" + port, "--bind", "127.0.0.1", "--dir", folder.toString()));
            command.addAll(List.of("--requirepass", PASSWORD, "--rename-command", "CONFIG", ""));
            command.addAll(List.of("--appendonly", "yes", "--appendfsync", "always", "--save", ""));
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            folder.resolve("log").toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException("redis-server is needed (Debian: apt-get install redis-server)", e);
        }
        await().atMost(LIMIT).until(this::answers);
    }

    /** Ends it at once. */
    public void stop() {
        if (process != null) {
            process.destroyForcibly();
            try {
                process.waitFor();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** It keeps its sockets and says nothing. */
    public void freeze() {
        signal("-STOP");
    }

    public void thaw() {
        signal("-CONT");
    }

    @Override
    public void close() {
        if (connections != null) {
            connections.destroy();
        }
        stop();
    }

    private boolean answers() {
        if (process == null || !process.isAlive()) {
            throw new IllegalStateException("redis-server ended: see " + folder.resolve("log"));
        }
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private void signal(String signal) {
        if (process == null) {
            throw new IllegalStateException("It does not run");
        }
        try {
            new ProcessBuilder("kill", signal, "" + process.pid()).start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
