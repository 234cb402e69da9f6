package fr.guichet.bench;

import fr.guichet.identity.signin.LockoutRace;
import java.util.List;

/** Whether a sixth guess in a row is ever looked at. */
final class LockoutExact implements Figure {

    private static final int ROUNDS = 200;

    @Override
    public List<String> names() {
        return List.of("lockout.exact");
    }

    @Override
    public void measure(Stage stage, Report report) throws Exception {
        var database = stage.create("lockout");
        try (var race = LockoutRace.on(database.arguments())) {
            report.progress("guessing");
            int most = 0;
            int tooMany = 0;
            for (int round = 0; round < ROUNDS; round++) {
                int lookedAt = race.guessInVain();
                most = Math.max(most, lookedAt);
                tooMany += Math.max(0, lookedAt - 5);
            }
            report.line(
                    "lockout.exact",
                    tooMany,
                    "tries",
                    "looked at beyond the fifth; %d rounds of %d guesses at once at two instances, at most %d of a round looked at; to reach: 0"
                            .formatted(ROUNDS, LockoutRace.GUESSES, most));
        }
    }
}
