package fr.guichet.branches.network;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How much of a file to take. */
enum ImportMode {
    /** Nothing: only say what would become of it. */
    CHECK,
    /** What is good, and report the rest. */
    TAKE_GOOD,
    /** Everything, or nothing if something is wrong. */
    TAKE_ALL;

    static Optional<ImportMode> of(String word) {
        return Arrays.stream(values()).filter(mode -> mode.word().equals(word)).findFirst();
    }

    /** As it stands in addresses and reports: {@code take-good}. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
