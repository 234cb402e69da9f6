package fr.guichet.appointments.web;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/** Does several things in the same instant. */
final class Together {

    private Together() {}

    /** Their results, in the order given; what one of them throws is thrown. */
    static <T> List<T> run(List<Callable<T>> work) throws Exception {
        var ready = new CountDownLatch(work.size());
        try (var threads = Executors.newFixedThreadPool(work.size())) {
            var futures = work.stream()
                    .map(one -> threads.submit(() -> {
                        ready.countDown();
                        ready.await();
                        return one.call();
                    }))
                    .toList();
            var results = new java.util.ArrayList<T>();
            for (var future : futures) {
                results.add(future.get());
            }
            return results;
        }
    }
}
