package fr.guichet.branches.network;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Something in a file that keeps a branch, or the whole file, from being taken.
 *
 * @param line where it stands in the file, from 1
 * @param entry what it is part of, as a person would call it
 * @param field the column or tag; null when it is not about one
 * @param read the text that was read
 * @param key the sentence in the module's bundle that says why
 * @param arguments for that sentence
 * @param suggestion what the field could say instead, where that is beyond doubt
 */
record Reject(
        int line,
        String entry,
        @Nullable String field,
        String read,
        String key,
        List<Object> arguments,
        @Nullable String suggestion) {

    private static final int LONGEST_TEXT = 200;

    Reject {
        entry = shown(entry);
        read = shown(read);
        arguments = arguments.stream()
                .map(argument -> argument instanceof String text ? shown(text) : argument)
                .toList();
    }

    /**
     * About the file rather than one branch.
     *
     * @param more arguments of the sentence, after what was read
     */
    static Reject ofFile(int line, String read, String name, Object... more) {
        var arguments = Stream.concat(Stream.of(read), Stream.of(more)).toList();
        return new Reject(line, "", null, read, "network.fault." + name, arguments, null);
    }

    /** What nobody can see is marked, and nobody reads a report for a megabyte of what he sent. */
    private static String shown(String text) {
        var start = text.codePoints()
                .limit(LONGEST_TEXT + 1L)
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE ? '\uFFFD' : c)
                .toArray();
        return start.length <= LONGEST_TEXT
                ? new String(start, 0, start.length)
                : new String(start, 0, LONGEST_TEXT) + "…";
    }
}
