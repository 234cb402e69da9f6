package fr.guichet.platform.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the request under way came from, for those who must write it down.
 *
 * @param address of whoever sent it, as far as proxies can be believed
 * @param device what the browser says of itself, cut to a length that can be kept; null when it says nothing
 * @param requestId the id that the request's answer and log lines carry
 */
public record RequestOrigin(String address, @Nullable String device, String requestId) {

    private static final ThreadLocal<Running> CURRENT = new ThreadLocal<>();

    private record Running(RequestOrigin origin, List<Runnable> afterwards) {}

    /** Of the request that this thread answers; empty in jobs and listeners. */
    public static Optional<RequestOrigin> current() {
        return Optional.ofNullable(CURRENT.get()).map(Running::origin);
    }

    /**
     * Has something done when the request's transactions are over and their connections given back, still before the request ends.
     *
     * @return false, and nothing is done, when no request is under way
     */
    public static boolean afterwards(Runnable work) {
        var running = CURRENT.get();
        return running != null && running.afterwards.add(work);
    }

    static void begin(RequestOrigin origin) {
        CURRENT.set(new Running(origin, new ArrayList<>(0)));
    }

    static void end() {
        var running = CURRENT.get();
        try {
            if (running != null) {
                running.afterwards.forEach(Runnable::run);
            }
        } finally {
            CURRENT.remove();
        }
    }
}
