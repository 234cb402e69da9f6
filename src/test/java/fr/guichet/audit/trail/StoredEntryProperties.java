package fr.guichet.audit.trail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** Entries that differ in anything never look alike to a mark or a seal. */
class StoredEntryProperties {

    @Property(tries = 2_000)
    void differentEntriesHaveDifferentBytes(@ForAll("entries") StoredEntry one, @ForAll("entries") StoredEntry other) {
        assertThat(one.digest().equals(other.digest())).isEqualTo(one.equals(other));
    }

    @Property(tries = 500)
    void textThatMovesFromOneColumnToTheNextIsSeen(
            @ForAll("texts") @Nullable String left, @ForAll("texts") @Nullable String right) {
        var one = entry(1, left, right);
        var other = entry(1, right, left);

        assertThat(one.digest().equals(other.digest())).isEqualTo(one.equals(other));
        assertThat(entry(1, left + right, "").digest())
                .isNotEqualTo(entry(1, left, right + "x").digest());
    }

    @Property(tries = 200)
    void theMarkDoesNotDependOnTheNumberAndTheSealDoes(@ForAll("texts") @Nullable String text) {
        assertThat(entry(1, text, text).content())
                .isEqualTo(entry(2, text, text).content());
        assertThat(entry(1, text, text).digest())
                .isNotEqualTo(entry(2, text, text).digest());
    }

    @Provide
    Arbitrary<StoredEntry> entries() {
        // Few values, so that pairs are often alike but for one column.
        return Combinators.combine(
                        Arbitraries.longs().between(1, 2),
                        texts(),
                        texts(),
                        Arbitraries.integers().between(0, 1))
                .as((seq, one, other, id) -> new StoredEntry(
                        seq,
                        id == 0 ? null : new UUID(0, id),
                        id == 0 ? null : Instant.EPOCH.plusNanos(id * 1_000L),
                        one,
                        null,
                        other,
                        "audit.entries-read",
                        one,
                        id == 0 ? new UUID(0, 1) : null,
                        null,
                        null,
                        other,
                        null,
                        one,
                        null,
                        other,
                        null,
                        null));
    }

    @Provide
    Arbitrary<@Nullable String> texts() {
        return Arbitraries.of("", "a", "aa", "\0", "\1\0\0\0\1a", "é", "null").injectNull(0.2);
    }

    private static StoredEntry entry(long seq, @Nullable String device, @Nullable String request) {
        return new StoredEntry(
                seq, null, null, null, null, null, null, null, null, null, null, null, null, null, null, device,
                request, null);
    }
}
