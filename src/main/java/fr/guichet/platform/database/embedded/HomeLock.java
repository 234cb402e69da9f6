package fr.guichet.platform.database.embedded;

import fr.guichet.platform.start.StartRefused;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;

/**
 * A lock of the operating system on a file of the home. A process that dies, however it dies, lets go of its locks. Within one JVM
 * {@link EmbeddedServer} sees to it that each file is locked once only.
 */
final class HomeLock implements AutoCloseable {

    private final FileChannel channel;
    private final FileLock lock;

    private HomeLock(FileChannel channel, FileLock lock) {
        this.channel = channel;
        this.lock = lock;
    }

    /** Waits its turn; another instance may be setting up the database just now. */
    static HomeLock exclusive(Path file, Duration patience) throws IOException, InterruptedException {
        var end = System.nanoTime() + patience.toNanos();
        while (true) {
            var taken = tryLock(file, false);
            if (taken.isPresent()) {
                return taken.get();
            }
            if (System.nanoTime() > end) {
                throw new StartRefused(
                        "Another instance has been starting or stopping the database for %d s and holds %s: end it, then start again."
                                .formatted(patience.toSeconds(), file));
            }
            Thread.sleep(10);
        }
    }

    /** Held by each running instance; empty only while another one wants to be alone. */
    static Optional<HomeLock> tryShared(Path file) throws IOException {
        return tryLock(file, true);
    }

    /** Empty when any other instance holds the file, shared or not. */
    static Optional<HomeLock> tryAlone(Path file) throws IOException {
        return tryLock(file, false);
    }

    private static Optional<HomeLock> tryLock(Path file, boolean shared) throws IOException {
        var channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            var lock = channel.tryLock(0, Long.MAX_VALUE, shared);
            if (lock != null) {
                return Optional.of(new HomeLock(channel, lock));
            }
        } catch (IOException e) {
            channel.close();
            throw new IOException("The folder of " + file + " cannot be locked: " + e.getMessage(), e);
        }
        channel.close();
        return Optional.empty();
    }

    @Override
    public void close() {
        try {
            lock.release();
            channel.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
