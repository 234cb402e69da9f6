package fr.guichet.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;

/**
 * Asks at a steady rate, whether or not what was asked before has been answered, as people do who do not know of each other. A server
 * that falls behind so shows it, instead of being asked less.
 */
final class OpenLoop {

    private OpenLoop() {}

    /**
     * An answer.
     *
     * @param millis from the moment at which it was to be asked for
     */
    record Timed<T>(T answer, double millis) {}

    /** Asks each question, which is numbered from 0, on a thread of its own, and waits until all are answered. */
    static <T> List<Timed<T>> ask(
            int perSecond, Duration time, ExecutorService threads, IntFunction<Callable<T>> questions)
            throws InterruptedException, ExecutionException {
        var asked = new ArrayList<Future<Timed<T>>>();
        var begun = System.nanoTime();
        var count = Math.toIntExact(perSecond * time.toSeconds());
        for (int number = 0; number < count; number++) {
            var question = questions.apply(number);
            long due = begun + number * 1_000_000_000L / perSecond;
            await(due);
            asked.add(threads.submit(() -> new Timed<>(question.call(), (System.nanoTime() - due) / 1e6)));
        }
        var answers = new ArrayList<Timed<T>>();
        for (var answer : asked) {
            answers.add(answer.get());
        }
        return answers;
    }

    private static void await(long due) {
        for (var left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
