package fr.guichet.branches.hours;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why written hours cannot be taken.
 *
 * @param read the part of the text that is wrong, as it was written
 * @param messageKey the sentence in the module's bundle that says why, {@code hours.fault.…}
 * @param args for that sentence: what was read comes first
 * @param suggestion the whole text put right, where its meaning is beyond doubt; it can be parsed
 */
public record Fault(
        String read,
        String messageKey,
        List<String> args,
        @Nullable String suggestion) {

    private static final String PREFIX = "hours.fault.";
    private static final int LONGEST_READ = 80;

    public Fault {
        args = List.copyOf(args);
    }

    static Fault of(String name, String read, String... more) {
        var length = read.codePointCount(0, read.length());
        var shown = length > LONGEST_READ ? read.substring(0, read.offsetByCodePoints(0, LONGEST_READ)) + "…" : read;
        var args = new java.util.ArrayList<String>();
        args.add(shown);
        args.addAll(List.of(more));
        return new Fault(shown, PREFIX + name, args, null);
    }

    Fault suggesting(@Nullable String better) {
        return new Fault(read, messageKey, args, better);
    }
}
