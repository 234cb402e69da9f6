package fr.guichet.identity;

import static org.assertj.core.api.Assertions.assertThat;

import fr.guichet.identity.Argon2id.Cost;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/** Hashes that others understand, made in memory that is used again. */
class Argon2idTests {

    private static final String PASSWORD = "une porte en bois bleu";

    private final Argon2id argon2 = new Argon2id(new Cost(64, 2, 1), 2);

    @Test
    void othersUnderstandWhatItWritesAndItWhatOthersWrite() {
        var other = new Argon2PasswordEncoder(16, 32, 2, 128, 3);

        assertThat(other.matches(PASSWORD, argon2.encode(PASSWORD))).isTrue();
        assertThat(argon2.matches(PASSWORD, other.encode(PASSWORD))).isTrue();
        assertThat(argon2.matches("une porte en bois vert", other.encode(PASSWORD)))
                .isFalse();
    }

    @Test
    void theSamePasswordHasAnotherHashEachTime() {
        assertThat(argon2.encode(PASSWORD)).isNotEqualTo(argon2.encode(PASSWORD));
    }

    /** More at once than memory is kept for. */
    @Test
    void nobodyMeetsWhatAnotherLeftInTheMemory() throws Exception {
        var hash = argon2.encode(PASSWORD);
        try (var threads = Executors.newFixedThreadPool(8)) {
            var answers = threads.invokeAll(IntStream.range(0, 400)
                    .<Callable<Boolean>>mapToObj(number -> () ->
                            argon2.matches(number % 2 == 0 ? PASSWORD : PASSWORD + number, hash) == (number % 2 == 0))
                    .toList());

            assertThat(answers).allMatch(answer -> answer.resultNow());
        }
    }

    @Test
    void whatCostLessIsToBeHashedAnew() {
        assertThat(argon2.upgradeEncoding(new Argon2id(new Cost(32, 2, 1), 1).encode(PASSWORD)))
                .isTrue();
        assertThat(argon2.upgradeEncoding(new Argon2id(new Cost(64, 1, 1), 1).encode(PASSWORD)))
                .isTrue();
        assertThat(argon2.upgradeEncoding(new Argon2id(new Cost(128, 2, 1), 1).encode(PASSWORD)))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "une porte en bois bleu",
                "$argon2i$v=19$m=64,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "$argon2id$v=16$m=64,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "$argon2id$v=19$m=64,t=2,p=1$AAAA$AAAA",
                "$argon2id$v=19$m=99999999999,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
            })
    void whatIsNoHashMatchesNothing(String text) {
        assertThat(argon2.matches(PASSWORD, text)).isFalse();
        assertThat(argon2.upgradeEncoding(text)).isFalse();
    }
}
