package fr.guichet.appointments;

import fr.guichet.testing.Visitor;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A customer who books, moves and cancels over two instances without end, and asks again with the same key where an answer got lost.
 * Knows in the end what he or she has.
 */
final class Shopper {

    private static final Set<Integer> GRANTED_OR_REFUSED = Set.of(200, 201, 204, 404, 409, 412, 422);

    private final List<Visitor> doors;
    private final String slot;
    private final Random random;
    private final AtomicInteger acts;

    /** Visits that are open, by identifier, each with its version. */
    private final Map<String, String> open = new LinkedHashMap<>();

    private final Set<String> cancelled = new TreeSet<>();
    private final List<String> unexpected = new ArrayList<>();
    private volatile int dead = -1;
    private volatile boolean tired;

    /**
     * Stands before the doors.
     *
     * @param doors of both instances, signed in
     * @param slot branch and reason, as members of a JSON object
     * @param acts counts what all shoppers did
     */
    Shopper(List<Visitor> doors, String slot, int seed, AtomicInteger acts) {
        this.doors = doors;
        this.slot = slot;
        this.random = new Random(seed);
        this.acts = acts;
    }

    void shop() {
        while (!tired) {
            act();
            acts.incrementAndGet();
        }
    }

    /** This instance is no more: what it does not answer is asked of the other. */
    void isDead(int door) {
        dead = door;
    }

    void goHome() {
        tired = true;
    }

    Set<String> visits() {
        var all = new TreeSet<>(cancelled);
        all.addAll(open.keySet());
        return all;
    }

    Set<String> cancelled() {
        return cancelled;
    }

    List<String> unexpected() {
        return unexpected;
    }

    private void act() {
        var choice = random.nextInt(20);
        if (choice < 8 || open.isEmpty()) {
            booked(send("/api/appointments", "{%s, \"start\": \"%s\"}".formatted(slot, start())));
        } else if (choice < 12) {
            var hold = send("/api/holds", "{%s, \"start\": \"%s\"}".formatted(slot, start()));
            if (hold.statusCode() == 201) {
                booked(send("/api/appointments", "{\"holdId\": \"%s\"}".formatted(id(hold))));
            }
        } else if (choice < 16) {
            change("move", "{\"start\": \"%s\"}".formatted(start()));
        } else if (choice < 19) {
            change("cancel", "{}");
        } else {
            send("/api/waiting-list", "{\"appointmentId\": \"%s\"}".formatted(any()));
        }
    }

    private void booked(HttpResponse<String> answer) {
        if (answer.statusCode() == 201) {
            open.put(id(answer), answer.headers().firstValue("ETag").orElseThrow());
        }
    }

    private void change(String what, String body) {
        var visit = any();
        var answer = send("/api/appointments/" + visit + "/" + what, body, "If-Match", String.valueOf(open.get(visit)));
        if (answer.statusCode() == 200) {
            open.put(visit, answer.headers().firstValue("ETag").orElseThrow());
            if (what.equals("cancel")) {
                open.remove(visit);
                cancelled.add(visit);
            }
        } else if (answer.statusCode() == 412) {
            unexpected.add("Nobody else changes this customer's visits: " + answer.body());
        }
    }

    private HttpResponse<String> send(String path, String body, String... headers) {
        var key = UUID.randomUUID().toString();
        var all = new ArrayList<>(List.of(headers));
        all.add("Idempotency-Key");
        all.add(key);
        while (true) {
            var door = dead < 0 ? random.nextInt(2) : 1 - dead;
            try {
                var answer = doors.get(door).post(path, body, all.toArray(String[]::new));
                if (!GRANTED_OR_REFUSED.contains(answer.statusCode())) {
                    unexpected.add(path + " " + answer.statusCode() + " " + answer.body());
                }
                return answer;
            } catch (UncheckedIOException e) {
                if (door == 1 - dead) {
                    unexpected.add(path + " " + e);
                }
            }
        }
    }

    private String any() {
        return List.copyOf(open.keySet()).get(random.nextInt(open.size()));
    }

    private String start() {
        return Town.at("2026-11-%dT%02d:%02d"
                        .formatted(23 + random.nextInt(3), 9 + random.nextInt(3), 15 * random.nextInt(4)))
                .toString();
    }

    private static String id(HttpResponse<String> answer) {
        return Visitor.json(answer).get("id").asString();
    }
}
