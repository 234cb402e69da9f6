package fr.guichet.identity.signin;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.ExecutorServiceMetrics;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Where passwords are hashed: a few threads of their own, as many as there are processors, and a short queue. A storm of sign-ins
 * so takes no more memory than that and cannot occupy the carriers of the virtual threads that serve everyone else; who finds the
 * queue full hears so at once.
 */
@Component
class PasswordHashing implements DisposableBean {

    private final ThreadPoolExecutor threads;

    PasswordHashing(SignInProperties properties, MeterRegistry meters) {
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
     * @throws SignInBusyException when the queue is full; the work was not begun
     */
    <T> T run(Callable<T> work) {
        try {
            var pending = threads.submit(work);
            try {
                return pending.get();
            } catch (InterruptedException e) {
                pending.cancel(false);
                Thread.currentThread().interrupt();
                throw new SignInBusyException();
            }
        } catch (RejectedExecutionException e) {
            throw new SignInBusyException();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    @Override
    public void destroy() {
        threads.shutdown();
    }
}
