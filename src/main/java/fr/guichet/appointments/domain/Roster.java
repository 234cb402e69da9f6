package fr.guichet.appointments.domain;

import fr.guichet.branches.VisitReason;
import fr.guichet.shared.AdviserId;
import java.util.List;

/**
 * Who could receive when, in one branch over a run of local days: worked out once for each version of a schedule and shared.
 * Immutable. Spans reach beyond the days by at least the longest visit, so that a visit near the edge is judged whole.
 */
public final class Roster {

    private final Grid grid;
    private final GridPoints points;
    private final MinuteSpans open;
    private final List<Receiver> receivers;
    private final AdviserIndex index;

    /**
     * Puts a roster together.
     *
     * @param points the starts of the days this roster is for
     * @param open when the branch is open
     */
    public Roster(Grid grid, GridPoints points, MinuteSpans open, List<Receiver> receivers) {
        this.grid = grid;
        this.points = points;
        this.open = open;
        this.receivers = List.copyOf(receivers);
        this.index = new AdviserIndex(this.receivers.stream()
                .map(receiver -> receiver.adviser().id().value())
                .toList());
    }

    public Grid grid() {
        return grid;
    }

    public GridPoints points() {
        return points;
    }

    public MinuteSpans open() {
        return open;
    }

    public List<Receiver> receivers() {
        return receivers;
    }

    /** The position of an adviser in {@link #receivers()}; -1 if there is none. */
    public int indexOf(AdviserId adviser) {
        return index.of(
                adviser.value().getMostSignificantBits(), adviser.value().getLeastSignificantBits());
    }

    int indexOf(long mostSignificant, long leastSignificant) {
        return index.of(mostSignificant, leastSignificant);
    }

    /** For each receiver, whether he or she can serve the reason. */
    public boolean[] serving(VisitReason reason) {
        var serving = new boolean[receivers.size()];
        for (int i = 0; i < serving.length; i++) {
            serving[i] = reason.canBeServedBy(receivers.get(i).adviser());
        }
        return serving;
    }
}
