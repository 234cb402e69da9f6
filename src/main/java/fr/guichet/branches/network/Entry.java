package fr.guichet.branches.network;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One branch as a file tells it, nothing of it judged yet.
 *
 * @param line where it begins in the file, from 1
 * @param values the text of each field that the file speaks of; empty where it says that there is none
 */
record Entry(int line, Map<Field, String> values) {

    Entry {
        values = new EnumMap<>(values);
    }

    /** Whether the file speaks of the field at all, be it to leave it empty. */
    boolean speaksOf(Field field) {
        return values.containsKey(field);
    }

    /** The text, null where there is none. */
    @Nullable String text(Field field) {
        var text = values.get(field);
        return text == null || text.isEmpty() ? null : text;
    }

    /** What a person would call it: code and name. */
    String label() {
        var code = text(Field.CODE);
        var name = text(Field.NAME);
        if (code == null || name == null || name.equals(code)) {
            return code != null ? code : name != null ? name : "";
        }
        return code + " · " + name;
    }
}
