package fr.guichet.appointments.domain;

/**
 * Finds the free slots of a branch: for each point of the grid, how many advisers could receive a visit that starts there. One bit for
 * each adviser and point: set where a visit fits into free time, cleared where its blocked range would meet another.
 */
public final class SlotFinder {

    private final Roster roster;
    private final VisitShape shape;
    private final int first;
    private final int last;
    private final int words;

    /**
     * Looks at one stretch of the roster's grid.
     *
     * @param first index of the first grid point that counts
     * @param last index after the last one
     */
    public SlotFinder(Roster roster, VisitShape shape, int first, int last) {
        this.roster = roster;
        this.shape = shape;
        this.first = first;
        this.last = Math.max(first, last);
        this.words = (this.last - first + 63) >>> 6;
    }

    /**
     * Counts who is free.
     *
     * @param serving for each receiver of the roster, whether he or she counts
     * @return for each grid point from the first to before the last, the number of advisers who are free
     */
    public int[] find(boolean[] serving, BusyTimes busy) {
        var counts = new int[last - first];
        if (words == 0) {
            return counts;
        }
        var starts = new long[serving.length * words];
        for (int receiver = 0; receiver < serving.length; receiver++) {
            if (serving[receiver]) {
                allow(roster.receivers().get(receiver).free(), starts, receiver * words);
            }
        }
        var points = roster.points();
        int reach = shape.length() + shape.after();
        busy.forEach(
                roster,
                points.minute(first) - shape.before(),
                points.minute(last - 1) + reach,
                (receiver, from, to) -> {
                    if (serving[receiver]) {
                        forbid(from, to, starts, receiver * words);
                    }
                });
        count(starts, counts);
        return counts;
    }

    private void allow(MinuteSpans free, long[] starts, int base) {
        var points = roster.points();
        int beyond = points.minute(last - 1);
        for (int i = free.firstEndingAfter(points.minute(first)); i < free.size() && free.start(i) <= beyond; i++) {
            int from = Math.max(points.atOrAfter(free.start(i)), first);
            int to = Math.min(points.atOrAfter(free.end(i) - shape.length() + 1), last);
            fill(starts, base, from - first, to - first);
        }
    }

    /** A start s meets [from, to) when s - before < to and s + length + after > from. */
    private void forbid(int from, int to, long[] starts, int base) {
        var points = roster.points();
        int begin = Math.max(points.atOrAfter(from - shape.length() - shape.after() + 1), first);
        int end = Math.min(points.atOrAfter(to + shape.before()), last);
        clear(starts, base, begin - first, end - first);
    }

    private static void fill(long[] bits, int base, int from, int to) {
        for (int word = from >>> 6; from < to && word <= (to - 1) >>> 6; word++) {
            bits[base + word] |= mask(word, from, to);
        }
    }

    private static void clear(long[] bits, int base, int from, int to) {
        for (int word = from >>> 6; from < to && word <= (to - 1) >>> 6; word++) {
            bits[base + word] &= ~mask(word, from, to);
        }
    }

    /** The bits of the word that lie in [from, to), both of which are bits of the whole row. */
    private static long mask(int word, int from, int to) {
        int low = Math.max(from - (word << 6), 0);
        int high = Math.min(to - (word << 6), 64);
        return (-1L << low) & (-1L >>> (64 - high));
    }

    private void count(long[] starts, int[] counts) {
        for (int i = 0; i < starts.length; i++) {
            int offset = (i % words) << 6;
            for (long bits = starts[i]; bits != 0; bits &= bits - 1) {
                counts[offset + Long.numberOfTrailingZeros(bits)]++;
            }
        }
    }
}
