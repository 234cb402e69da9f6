package fr.guichet.audit.verification;

import org.jspecify.annotations.Nullable;

/**
 * What a verification went through.
 *
 * @param batches that were read
 * @param entries in them
 * @param unsealed entries after the last batch
 * @param unsealedChecked whether their marks could be checked, which needs the secret key
 * @param removed number of the last batch that was removed because its time was over; 0 for none
 * @param checkpoint number of the batch that was noted outside the database; null when no note was found
 * @param findings how many there were
 */
public record Proof(
        long batches,
        long entries,
        long unsealed,
        boolean unsealedChecked,
        long removed,
        @Nullable Long checkpoint,
        long findings) {}
