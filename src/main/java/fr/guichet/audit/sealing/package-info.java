/** Seals: batches of entries, signed and chained, with a note outside the database of how far they go. */
@NullMarked
package fr.guichet.audit.sealing;

import org.jspecify.annotations.NullMarked;
