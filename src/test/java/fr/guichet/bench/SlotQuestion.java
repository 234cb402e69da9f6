package fr.guichet.bench;

import fr.guichet.bench.Client.Answer;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Asks for the free slots of two weeks, as the page of a branch does, and says how long each answer took in milliseconds. */
final class SlotQuestion {

    private static final int DAYS = 14;
    private static final int OPEN_DAYS = 90;

    private final Client client;
    private final UUID branch;
    private final Random random = new Random(1);

    SlotQuestion(Instance instance, UUID branch) {
        this.client = new Client(instance.address());
        this.branch = branch;
    }

    /** Asks so many times, each time about other weeks of the next 90 days. */
    List<Double> ask(int times) throws IOException {
        var millis = new ArrayList<Double>();
        for (int i = 0; i < times; i++) {
            millis.add(ask());
        }
        return millis;
    }

    double ask() throws IOException {
        var from = LocalDate.now(Bank.ZONE).plusDays(1 + random.nextInt(OPEN_DAYS - DAYS));
        var path = "/api/slots?branch=" + branch + "&reason=" + Bank.REASON + "&from=" + from + "&to="
                + from.plusDays(DAYS - 1);
        var begun = System.nanoTime();
        var answer = client.get(path);
        var millis = (System.nanoTime() - begun) / 1e6;
        check(answer);
        return millis;
    }

    private static void check(Answer answer) throws IOException {
        if (answer.status() != 200 || !answer.body().contains("\"start\"")) {
            throw new IOException("No free slots: " + answer);
        }
    }
}
