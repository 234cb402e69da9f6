package fr.guichet.branches.domain;

import static org.assertj.core.api.Assertions.assertThat;

import fr.guichet.shared.TimeSpan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The algebra of spans, against sets of seconds. */
class SpansPropertyTests {

    @Property
    void unionIsTheSetOfAll(@ForAll("spans") List<TimeSpan> spans) {
        assertThat(Spans.union(spans)).isEqualTo(spans(set(spans)));
    }

    @Property
    void intersectionIsTheSetOfBoth(@ForAll("spans") List<TimeSpan> some, @ForAll("spans") List<TimeSpan> others) {
        var both = set(some);
        both.and(set(others));
        assertThat(Spans.intersection(Spans.union(some), Spans.union(others))).isEqualTo(spans(both));
    }

    @Property
    void differenceIsTheSetOfTheRest(@ForAll("spans") List<TimeSpan> some, @ForAll("spans") List<TimeSpan> taken) {
        var rest = set(some);
        rest.andNot(set(taken));
        assertThat(Spans.difference(Spans.union(some), Spans.union(taken))).isEqualTo(spans(rest));
    }

    @Provide
    Arbitrary<List<TimeSpan>> spans() {
        var seconds = Arbitraries.integers().between(0, 60);
        return Combinators.combine(seconds, Arbitraries.integers().between(0, 12))
                .as((start, length) ->
                        new TimeSpan(Instant.ofEpochSecond(start), Instant.ofEpochSecond((long) start + length)))
                .list()
                .ofMaxSize(12);
    }

    private static BitSet set(List<TimeSpan> spans) {
        var set = new BitSet();
        spans.forEach(span ->
                set.set((int) span.start().getEpochSecond(), (int) span.end().getEpochSecond()));
        return set;
    }

    private static List<TimeSpan> spans(BitSet set) {
        var result = new ArrayList<TimeSpan>();
        for (int start = set.nextSetBit(0); start >= 0; start = set.nextSetBit(set.nextClearBit(start))) {
            result.add(new TimeSpan(Instant.ofEpochSecond(start), Instant.ofEpochSecond(set.nextClearBit(start))));
        }
        return result;
    }
}
