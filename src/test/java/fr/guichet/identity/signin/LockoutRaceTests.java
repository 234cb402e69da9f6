package fr.guichet.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;

import fr.guichet.testing.TestDatabase;
import java.util.Collections;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;

/** Guesses that arrive at the same instant on two instances: five are looked at, in any mix. */
class LockoutRaceTests {

    @SuppressWarnings("NullAway.Init")
    private static LockoutRace race;

    @BeforeAll
    static void twoInstancesOnOneDatabase() {
        race = LockoutRace.on(
                "--spring.datasource.url=" + TestDatabase.create(),
                "--spring.datasource.username=postgres",
                "--spring.datasource.password=postgres");
    }

    @AfterAll
    static void stop() {
        race.close();
    }

    @RepeatedTest(8)
    void neverASixthGuessIsLookedAt() throws Exception {
        assertThat(race.guess(race.open(), LockoutRace.wrong(LockoutRace.GUESSES)))
                .isZero();
        assertThat(race.lookedAt()).isEqualTo(5);
    }

    @RepeatedTest(4)
    void nobodyComesInByTheSixthEvenWithTheRightPassword() throws Exception {
        var email = race.open();
        race.guess(email, LockoutRace.wrong(5));

        var accepted = race.guess(email, Collections.nCopies(LockoutRace.GUESSES, LockoutRace.RIGHT));

        assertThat(accepted).isZero();
        assertThat(race.lookedAt()).isZero();
    }

    @RepeatedTest(4)
    void theRightPasswordAmongWrongOnesStartsTheCountAnewOnce() throws Exception {
        var passwords = IntStream.range(0, LockoutRace.GUESSES)
                .mapToObj(number -> number == LockoutRace.GUESSES / 2 ? LockoutRace.RIGHT : "mauvais " + number)
                .toList();

        var accepted = race.guess(race.open(), passwords);

        assertThat(accepted).isLessThanOrEqualTo(1);
        // Up to four before the right one, itself, and five after it; five when it came too late.
        assertThat(race.lookedAt()).isLessThanOrEqualTo(accepted == 1 ? 10 : 5);
    }
}
