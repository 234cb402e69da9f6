package fr.guichet.bench;

import fr.guichet.bench.Client.Answer;
import java.io.IOException;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/** A customer who books, holds, moves and cancels at random, at one instance or the other, among slots that many want. */
final class Rival {

    private static final int DAYS = 3;

    /** What a customer may be told who was not quick enough. Anything else that is not a success is an error. */
    private static final Set<String> REFUSALS =
            Set.of("slot-taken", "customer-already-booked", "hold-expired", "hold-not-found", "stale");

    private final Random random;
    private final List<Client> entrances;
    private final List<Visit> visits = new ArrayList<>();
    private final List<String> errors = new ArrayList<>();
    private int attempts;
    private int won;

    private record Visit(String id, long version) {}

    /**
     * Somebody who is signed in.
     *
     * @param entrances the same session at every instance
     */
    Rival(int number, List<Client> entrances) {
        this.random = new Random(number);
        this.entrances = entrances;
    }

    int attempts() {
        return attempts;
    }

    int won() {
        return won;
    }

    List<String> errors() {
        return errors;
    }

    /** Tries so many times to get a slot. */
    void fight(int times) throws IOException {
        while (attempts < times) {
            if (!visits.isEmpty() && random.nextInt(3) == 0) {
                change(visits.removeFirst());
            } else if (random.nextBoolean()) {
                keep(attempt("/api/appointments", slot()));
            } else {
                hold();
            }
        }
    }

    private void hold() throws IOException {
        var held = attempt("/api/holds", slot());
        if (held.status() == 201 && random.nextInt(4) > 0) {
            keep(ask(
                    "/api/appointments",
                    "{\"holdId\":\"%s\"}".formatted(held.json().get("id").asString())));
        }
    }

    private void change(Visit visit) throws IOException {
        var path = "/api/appointments/" + visit.id();
        var seen = "\"" + visit.version() + "\"";
        if (random.nextBoolean()) {
            ask(path + "/cancel", "{}", "If-Match", seen);
            return;
        }
        var moved = attempt(path + "/move", "{\"start\":\"%s\"}".formatted(start()), "If-Match", seen);
        if (moved.status() == 200) {
            keep(moved);
        } else {
            visits.add(visit);
        }
    }

    private void keep(Answer booked) {
        if (booked.status() == 201 || booked.status() == 200) {
            var visit = booked.json();
            visits.add(
                    new Visit(visit.get("id").asString(), visit.get("version").asLong()));
        }
    }

    private Answer attempt(String path, String json, String... headers) throws IOException {
        attempts++;
        var answer = ask(path, json, headers);
        won += answer.status() < 300 ? 1 : 0;
        return answer;
    }

    private Answer ask(String path, String json, String... headers) throws IOException {
        var all = new ArrayList<>(List.of(headers));
        all.addAll(List.of("Idempotency-Key", UUID.randomUUID().toString()));
        var answer = entrances.get(random.nextInt(entrances.size())).post(path, json, all.toArray(String[]::new));
        if (answer.status() >= 300 && !REFUSALS.contains(answer.problem())) {
            errors.add(path.replaceAll("[0-9a-f-]{36}", "{id}") + " " + answer.status() + " " + answer.problem());
        }
        return answer;
    }

    private String slot() {
        return "{\"branchId\":\"%s\",\"reasonId\":\"%s\",\"start\":\"%s\"}"
                .formatted(Bank.branch(1), Bank.REASON, start());
    }

    private OffsetDateTime start() {
        var day = Bank.weekdays(DAYS).get(random.nextInt(DAYS));
        int quarter = random.nextInt(26);
        var time = LocalTime.of(quarter < 13 ? 9 : 14, 0).plusMinutes(15L * (quarter % 13));
        return day.atTime(time).atZone(Bank.ZONE).toOffsetDateTime();
    }
}
