package fr.guichet.branches.network;

import java.util.List;

/**
 * What became of a file.
 *
 * @param read how many branches the file tells of, good or bad
 * @param created how many are new; those that would be, when nothing was taken
 * @param rejectedEntries how many of them cannot be taken
 * @param rejects why, in the order of the file; one branch can have several
 * @param taken whether the good ones are in the network now
 */
record ImportResult(
        int read, int created, int updated, int unchanged, int rejectedEntries, List<Reject> rejects, boolean taken) {

    ImportResult {
        rejects = List.copyOf(rejects);
    }
}
