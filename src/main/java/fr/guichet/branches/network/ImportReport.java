package fr.guichet.branches.network;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/**
 * What became of a file, for the person who sent it.
 *
 * @param read how many branches the file tells of
 * @param created how many are new; those that would be, when nothing was taken
 * @param rejectedEntries how many of them cannot be taken
 * @param faults how many reasons there are for that in all
 * @param rejected the reasons, by line; the first thousand of them
 * @param taken whether the good ones are in the network now
 */
record ImportReport(
        String format,
        String mode,
        int read,
        int created,
        int updated,
        int unchanged,
        int rejectedEntries,
        int faults,
        List<RejectedEntry> rejected,
        boolean taken) {

    static final int MOST_SHOWN = 1000;

    /**
     * One reason why a branch, or the file, cannot be taken.
     *
     * @param line in the file, from 1
     * @param entry the branch: its code and name
     * @param field the column or tag; absent when the reason is not about one
     * @param read the text that was read
     * @param problem why it fails, in the reader's language
     * @param suggestion what the field could say instead; absent unless it is beyond doubt
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RejectedEntry(
            int line,
            String entry,
            @Nullable String field,
            String read,
            String problem,
            @Nullable String suggestion) {}

    static ImportReport of(
            NetworkFormat format, ImportMode mode, ImportResult result, MessageSource messages, Locale language) {
        return new ImportReport(
                format.word(),
                mode.word(),
                result.read(),
                result.created(),
                result.updated(),
                result.unchanged(),
                result.rejectedEntries(),
                result.rejects().size(),
                result.rejects().stream()
                        .limit(MOST_SHOWN)
                        .map(reject -> rejected(reject, messages, language))
                        .toList(),
                result.taken());
    }

    private static RejectedEntry rejected(Reject reject, MessageSource messages, Locale language) {
        var arguments = reject.arguments().stream().map(String::valueOf).toArray();
        return new RejectedEntry(
                reject.line(),
                reject.entry(),
                reject.field(),
                reject.read(),
                messages.getMessage(reject.key(), arguments, language),
                reject.suggestion());
    }
}
