package fr.guichet.testing;

import fr.guichet.identity.SecurityMessage;
import fr.guichet.identity.SecurityMessage.OneTimeCode;
import fr.guichet.identity.SecurityMessages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What Guichet sent to people, by address: where a test finds what is in somebody's mailbox. All instances in this JVM deliver here,
 * and instances in other processes that were given the same folder.
 */
@Component
public final class SentMessages implements SecurityMessages {

    /** The system property that names a folder for codes, where several processes make one test. */
    public static final String FOLDER = "guichet.test.mailboxes";

    private static final Duration BETWEEN_TRIES = Duration.ofMillis(5);
    private static final int TRIES = 200;

    private static final Map<String, Queue<SecurityMessage>> MAILBOXES = new ConcurrentHashMap<>();
    private static final Map<Path, String> TAKEN = new ConcurrentHashMap<>();

    @Override
    public boolean send(SecurityMessage message) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                deliver(message);
            }
        });
        return true;
    }

    /** All that was sent to the address, oldest first, and not taken from it; also what is being sent while nobody waits for it. */
    public static List<SecurityMessage> to(String address) {
        DoneApart.awaitAll();
        return List.copyOf(mailbox(address));
    }

    /** The code that was last sent to the address; takes it and those before it out of the mailbox. */
    public static Optional<String> takeCode(String address) {
        DoneApart.awaitAll();
        var codes = mailbox(address).stream()
                .filter(OneTimeCode.class::isInstance)
                .map(OneTimeCode.class::cast)
                .toList();
        mailbox(address).removeAll(codes);
        return codes.isEmpty()
                ? codeFromFolder(address)
                : Optional.of(codes.getLast().code());
    }

    private static void deliver(SecurityMessage message) {
        var address = message.to().address();
        mailbox(address).add(message);
        var file = file(address);
        if (file != null && message instanceof OneTimeCode code) {
            try {
                Files.writeString(file, code.code());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** From another process, where nobody can see whether one is on its way: what was taken before is taken again if no other comes. */
    private static Optional<String> codeFromFolder(String address) {
        var file = file(address);
        if (file == null) {
            return Optional.empty();
        }
        var before = Optional.ofNullable(TAKEN.get(file));
        for (var tries = 0; tries < TRIES && before.equals(read(file)); tries++) {
            LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
        }
        var code = read(file);
        code.ifPresent(found -> TAKEN.put(file, found));
        return code;
    }

    private static Optional<String> read(Path file) {
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable Path file(String address) {
        var folder = System.getProperty(FOLDER);
        return folder == null ? null : Path.of(folder, normal(address));
    }

    private static Queue<SecurityMessage> mailbox(String address) {
        return MAILBOXES.computeIfAbsent(normal(address), _ -> new ConcurrentLinkedQueue<>());
    }

    private static String normal(String address) {
        return address.strip().toLowerCase(Locale.ROOT);
    }
}
