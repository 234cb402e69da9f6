package fr.guichet.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;

import fr.guichet.identity.Accounts;
import fr.guichet.identity.Grant;
import fr.guichet.identity.Grants;
import fr.guichet.identity.InitialPassword;
import fr.guichet.identity.OpenAccount;
import fr.guichet.identity.signin.SignInAttempts.Reserved;
import fr.guichet.shared.AccountId;
import fr.guichet.shared.EmailAddress;
import fr.guichet.testing.GuichetTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The numbers that attempts take, in whatever order they begin and end. */
@GuichetTest
class SignInAttemptsTests {

    @Autowired
    private Accounts accounts;

    @Autowired
    private SignInAttempts attempts;

    @Autowired
    private JdbcClient jdbc;

    private String email = "";
    private AccountId account = AccountId.next();

    @BeforeEach
    void someoneHasAnAccount() {
        email = UUID.randomUUID() + "@example.org";
        account = accounts.open(new OpenAccount(
                        new EmailAddress(email),
                        new InitialPassword.Encoded(PasswordSignIn.NOBODYS_HASH),
                        "Marie",
                        "fr",
                        Grants.of(Grant.administrator())))
                .orThrow();
    }

    @Test
    void theSixthInARowGetsNoNumber() {
        assertThat(IntStream.range(0, 5).mapToObj(_ -> reserve())).hasSize(5);

        assertThat(attempts.reserve(email)).isEmpty();
    }

    @Test
    void aSuccessForgivesThoseBeforeItButNotThoseAfter() {
        reserve();
        var right = reserve();
        reserve();
        reserve();
        reserve();
        assertThat(attempts.reserve(email)).isEmpty();

        assertThat(forgive(right)).isTrue();

        reserve();
        reserve();
        assertThat(attempts.reserve(email))
                .as("three after the success, and two")
                .isEmpty();
    }

    @Test
    void anEarlierSuccessThatEndsLaterTakesNothingBack() {
        var first = reserve();
        reserve();
        var third = reserve();

        forgive(third);
        forgive(first);

        assertThat(IntStream.range(0, 5).mapToObj(_ -> reserve())).hasSize(5);
        assertThat(attempts.reserve(email)).isEmpty();
    }

    @Test
    void whoIsSuspendedOrChangedHisPasswordMeanwhileDoesNotComeIn() {
        var one = reserve();
        accounts.changePassword(account, "un autre pont en pierre");
        assertThat(forgive(one)).isFalse();

        var two = reserve();
        accounts.suspend(account);
        assertThat(forgive(two)).isFalse();
        assertThat(attempts.reserve(email)).isEmpty();
    }

    @Test
    void anUnknownAddressWritesOneRowToo() {
        var before = decoys();

        assertThat(attempts.reserve("nobody@example.org")).isEmpty();
        assertThat(attempts.reserve("")).isEmpty();
        reserve();

        assertThat(decoys() - before).isEqualTo(2);
    }

    /** A thousand random courses against the rule itself: in the order of the numbers, never a sixth failure in a row. */
    @Test
    void inTheOrderOfTheNumbersNeverMoreThanFiveFailInARow() {
        var random = new Random(20261120);
        // By number: what became of each attempt, or that a lock ran out before it.
        var course = new ArrayList<Outcome>();
        var pending = new ArrayList<Reserved>();
        for (var step = 0; step < 2_000; step++) {
            if (random.nextInt(3) > 0) {
                var attempt = attempts.reserve(email);
                attempt.ifPresent(pending::add);
                attempt.ifPresent(_ -> course.add(Outcome.FAILED));
                if (attempt.isEmpty() && pending.isEmpty()) {
                    endLock();
                    course.add(Outcome.FIRST_AFTER_LOCK);
                    pending.add(reserve());
                }
            } else if (!pending.isEmpty()) {
                var ending = pending.remove(random.nextInt(pending.size()));
                if (random.nextInt(4) == 0) {
                    assertThat(forgive(ending)).isTrue();
                    course.set((int) ending.number() - 1, Outcome.SUCCEEDED);
                }
            }
        }
        assertThat(course).contains(Outcome.SUCCEEDED, Outcome.FIRST_AFTER_LOCK);
        assertThat(longestRunOfFailures(course)).isEqualTo(5);
    }

    private enum Outcome {
        FAILED,
        SUCCEEDED,
        FIRST_AFTER_LOCK
    }

    private static int longestRunOfFailures(List<Outcome> course) {
        var longest = 0;
        var run = 0;
        for (var outcome : course) {
            run = switch (outcome) {
                case FAILED -> run + 1;
                case SUCCEEDED -> 0;
                case FIRST_AFTER_LOCK -> 1;
            };
            longest = Math.max(longest, run);
        }
        return longest;
    }

    private void endLock() {
        jdbc.sql("update identity.accounts set locked_until = now() - interval '1 second' where id = ?")
                .param(account.value())
                .update();
    }

    private boolean forgive(Reserved attempt) {
        return attempts.forgive(attempt.account(), attempt.number(), attempt.sessionVersion());
    }

    private Reserved reserve() {
        return attempts.reserve(email).orElseThrow();
    }

    private long decoys() {
        return jdbc.sql("select sum(attempts) from identity.decoys")
                .query(Long.class)
                .single();
    }
}
