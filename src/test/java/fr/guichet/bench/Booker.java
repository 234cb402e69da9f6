package fr.guichet.bench;

import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;

/**
 * Books one slot after another in a branch of its own, each for all of its customers in turn, any adviser.
 *
 * @param customers who are signed in
 * @param days whose slots are booked, from the first
 */
record Booker(List<Client> customers, UUID branch, List<LocalDate> days) {

    private static final int SLOTS_A_DAY = 14;

    /** The same customers at another instance. */
    Booker at(URI instance) {
        return new Booker(
                customers.stream().map(customer -> customer.at(instance)).toList(), branch, days);
    }

    /**
     * Books, and throws when a booking is refused.
     *
     * @param from number of the first booking
     * @param to number after the last
     */
    void book(int from, int to) throws IOException {
        for (int booking = from; booking < to; booking++) {
            int slot = booking / customers.size();
            int half = slot % SLOTS_A_DAY;
            var time = LocalTime.of(half < SLOTS_A_DAY / 2 ? 9 : 14, 0).plusMinutes(30L * (half % (SLOTS_A_DAY / 2)));
            var start =
                    days.get(slot / SLOTS_A_DAY).atTime(time).atZone(Bank.ZONE).toOffsetDateTime();
            var answer = customers
                    .get(booking % customers.size())
                    .post(
                            "/api/appointments",
                            "{\"branchId\":\"%s\",\"reasonId\":\"%s\",\"start\":\"%s\"}"
                                    .formatted(branch, Bank.REASON, start),
                            "Idempotency-Key",
                            UUID.randomUUID().toString());
            if (answer.status() != 201) {
                throw new IOException("A booking was refused: " + answer);
            }
        }
    }
}
