package fr.guichet.identity.signin;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.ExecutorServiceMetrics;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Where passwords are hashed: a few threads of their own, as many as there are processors, and a short queue. A storm of sign-ins
 * so takes no more memory than that and cannot occupy the carriers of the virtual threads that serve everyone else; who finds the
 * queue full hears so at once.
 */
@Component
public class PasswordHashing implements DisposableBean {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final ThreadPoolExecutor threads;
    private final Duration longestWait;

    @Autowired
    PasswordHashing(SignInProperties properties, MeterRegistry meters) {
        this(properties, meters, LONGEST_WAIT);
    }

    PasswordHashing(SignInProperties properties, MeterRegistry meters, Duration longestWait) {
        this.longestWait = longestWait;
        var count = properties.threads();
        threads = new ThreadPoolExecutor(
                count,
                count,
                0,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(count * properties.hashingQueue()),
                Thread.ofPlatform().name("password-hashing-", 1).daemon().factory());
        ExecutorServiceMetrics.monitor(meters, threads, "password-hashing", List.of());
    }

    /**
     * Does the work on one of the threads and waits for it.
     *
     * @throws SignInBusyException when the queue is full, or the work's turn did not come in time; it was not begun
     */
    public <T> T run(Callable<T> work) {
        var task = new FutureTask<>(work);
        try {
            threads.execute(task);
            return result(task);
        } catch (RejectedExecutionException e) {
            throw new SignInBusyException();
        } catch (InterruptedException e) {
            threads.remove(task);
            Thread.currentThread().interrupt();
            throw new SignInBusyException();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    /** Whether whoever comes now would be turned away: worth asking before anything is done for him. */
    public boolean isFull() {
        return threads.getQueue().remainingCapacity() == 0;
    }

    private <T> T result(FutureTask<T> task) throws InterruptedException, ExecutionException {
        try {
            return task.get(longestWait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            // The database may be away and hold every thread up: whoever still stands in the queue is let go.
            if (threads.remove(task)) {
                throw new SignInBusyException();
            }
            return task.get();
        }
    }

    @Override
    public void destroy() {
        threads.shutdown();
    }
}
