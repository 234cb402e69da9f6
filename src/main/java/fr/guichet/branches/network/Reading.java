package fr.guichet.branches.network;

import java.util.ArrayList;
import java.util.List;

/**
 * What a file holds.
 *
 * @param entries in the order of the file
 * @param rejects rows that are no entries
 * @param count how many rows or features there are
 * @param broken whether the file as a whole cannot be trusted: nothing of it is taken then, however good
 */
record Reading(List<Entry> entries, List<Reject> rejects, int count, boolean broken) {

    /** More branches than any bank has in France. */
    static final int MOST_ENTRIES = 20_000;

    Reading {
        entries = List.copyOf(entries);
        rejects = List.copyOf(rejects);
    }

    static Reading broken(Reject why) {
        return new Reading(List.of(), List.of(why), 0, true);
    }

    /** What was read before it broke, so that a report can tell of the rest, too. */
    Reading brokenBy(Reject why) {
        var all = new ArrayList<>(rejects);
        all.addFirst(why);
        return new Reading(entries, all, count, true);
    }
}
