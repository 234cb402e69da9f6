package fr.guichet.branches.caching;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Lets those who ask the same at the same time read once: the first reads, the others wait for what it finds, be it a failure. Within
 * a transaction everyone reads alone, because someone who waits with a connection in hand for someone who waits for a connection
 * could wait for good.
 */
final class SharedReads<K, V> {

    private final ConcurrentHashMap<K, CompletableFuture<V>> running = new ConcurrentHashMap<>();

    V read(K key, Supplier<V> reading) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return reading.get();
        }
        var mine = new CompletableFuture<V>();
        var other = running.putIfAbsent(key, mine);
        if (other != null) {
            return join(other);
        }
        try {
            mine.complete(reading.get());
        } catch (Throwable failure) {
            mine.completeExceptionally(failure);
        } finally {
            running.remove(key, mine);
        }
        return join(mine);
    }

    private static <V> V join(CompletableFuture<V> reading) {
        try {
            return reading.join();
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw failure;
        }
    }
}
