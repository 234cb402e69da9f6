package fr.guichet.branches.network;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * A network as a table: a header with the columns of {@link Field}, in any order, then one branch a row. The separator is found from
 * the header; cells may be quoted and hold line ends.
 */
final class CsvFile {

    private static final List<Character> SEPARATORS = List.of(',', ';', '\t');

    /** What a spreadsheet would take for a formula, and the mark that keeps it from doing so. */
    private static final Pattern FORMULA = Pattern.compile("'*[=+\\-@\\t\\r].*", Pattern.DOTALL);

    private static final Pattern MARKED = Pattern.compile("'+[=+\\-@\\t\\r].*", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("-\\d+(?:\\.\\d+)?");

    private final List<Entry> entries = new ArrayList<>();
    private final List<Reject> rejects = new ArrayList<>();
    private int count;

    private CsvFile() {}

    static Reading read(byte[] bytes) {
        try {
            return new CsvFile().read(Utf8.read(bytes));
        } catch (Utf8.NotUtf8 e) {
            return Reading.broken(e.why());
        }
    }

    private Reading read(String text) {
        var separator = separator(text);
        var format = CSVFormat.RFC4180.builder().setDelimiter(separator).get();
        var line = 1;
        try (var parser = CSVParser.builder()
                .setReader(new StringReader(text))
                .setFormat(format)
                .get()) {
            Header header = null;
            var rows = parser.iterator();
            while (rows.hasNext()) {
                var row = rows.next();
                if (isBlank(row)) {
                    line = (int) parser.getCurrentLineNumber() + 1;
                    continue;
                }
                if (header == null) {
                    header = new Header(line, row);
                    if (header.fault != null) {
                        return Reading.broken(header.fault);
                    }
                } else if (++count > Reading.MOST_ENTRIES) {
                    return result().brokenBy(Reject.ofFile(line, "", "too-many", Reading.MOST_ENTRIES));
                } else {
                    read(line, row, header, separator);
                }
                line = (int) parser.getCurrentLineNumber() + 1;
            }
            return header == null ? Reading.broken(Reject.ofFile(1, "", "empty-file")) : result();
        } catch (UncheckedIOException | IOException e) {
            return result().brokenBy(Reject.ofFile(line, startOf(text, line), "quotes"));
        }
    }

    private Reading result() {
        return new Reading(entries, rejects, count, false);
    }

    private void read(int line, CSVRecord row, Header header, char separator) {
        var columns = header.columns;
        var values = new EnumMap<Field, String>(Field.class);
        for (int i = 0; i < Math.min(row.size(), columns.size()); i++) {
            values.put(columns.get(i), plain(row.get(i)).strip());
        }
        var entry = new Entry(line, values);
        if (row.size() == header.width && isBlank(row, columns.size())) {
            entries.add(entry);
            return;
        }
        var tooShort = row.size() < header.width;
        var read =
                row.stream().skip(tooShort ? 0 : columns.size()).collect(Collectors.joining(String.valueOf(separator)));
        rejects.add(new Reject(
                line,
                entry.label(),
                null,
                read,
                "network.fault." + (tooShort ? "cells-missing" : "cells-too-many"),
                List.of(row.size(), header.width, String.valueOf(separator)),
                null));
    }

    /** The one of the separators that the first line has most of. */
    private static char separator(String text) {
        var header = text.stripLeading().lines().findFirst().orElse("");
        return SEPARATORS.stream()
                .max((a, b) -> Long.compare(
                        header.chars().filter(c -> c == a).count(),
                        header.chars().filter(c -> c == b).count()))
                .filter(separator -> header.indexOf(separator) >= 0)
                .orElse(',');
    }

    private static boolean isBlank(CSVRecord row) {
        return isBlank(row, 0);
    }

    private static boolean isBlank(CSVRecord row, int from) {
        return row.stream().skip(from).allMatch(String::isBlank);
    }

    private static String startOf(String text, int line) {
        return text.lines().skip(line - 1L).findFirst().orElse("");
    }

    /** Takes off the mark that {@link #guarded} puts on. */
    private static String plain(String cell) {
        return MARKED.matcher(cell).matches() ? cell.substring(1) : cell;
    }

    /** A cell that no spreadsheet computes: {@code '+33123456789}. Negative numbers are numbers and stay. */
    private static String guarded(String value) {
        return FORMULA.matcher(value).matches() && !NUMBER.matcher(value).matches() ? "'" + value : value;
    }

    static String write(Iterable<Entry> network) {
        var text = new StringBuilder();
        try (var printer =
                CSVFormat.RFC4180.builder().setRecordSeparator("\r\n").get().print(text)) {
            printer.printRecord(Arrays.stream(Field.values()).map(Field::column));
            for (var entry : network) {
                printer.printRecord(Arrays.stream(Field.values())
                        .map(entry::text)
                        .map(value -> value == null ? "" : guarded(value)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** The columns that the first row names, or why it is no header. */
    private static final class Header {

        private final List<Field> columns = new ArrayList<>();
        /** With the empty columns that spreadsheets like to append. */
        private final int width;

        private @Nullable Reject fault;

        Header(int line, CSVRecord row) {
            width = row.size();
            var named = width;
            while (isBlank(row, named - 1)) {
                named--;
            }
            for (var cell : row.toList().subList(0, named)) {
                var name = cell.strip().toLowerCase(Locale.ROOT);
                var field = Field.ofColumn(name);
                if (field.isEmpty()) {
                    fault = refused(line, name, "column-unknown", closest(name));
                    return;
                }
                if (columns.contains(field.get())) {
                    fault = refused(line, name, "column-repeated", null);
                    return;
                }
                columns.add(field.get());
            }
            var missing = Arrays.stream(Field.values())
                    .filter(field -> field.isRequired() && !columns.contains(field))
                    .map(Field::column)
                    .collect(Collectors.joining(", "));
            if (!missing.isEmpty()) {
                fault = refused(line, missing, "column-missing", null);
            }
        }

        private static Reject refused(int line, String read, String name, @Nullable String suggestion) {
            var known = Arrays.stream(Field.values()).map(Field::column).collect(Collectors.joining(", "));
            return new Reject(line, "", null, read, "network.fault." + name, List.of(read, known), suggestion);
        }

        private static @Nullable String closest(String name) {
            return Arrays.stream(Field.values())
                    .map(Field::column)
                    .filter(column -> distance(name, column) <= 2)
                    .findFirst()
                    .orElse(null);
        }

        /** How many letters to change, add or drop (Levenshtein); long names are far from everything. */
        private static int distance(String a, String b) {
            if (a.length() > 40) {
                return Integer.MAX_VALUE;
            }
            var previous = new int[b.length() + 1];
            Arrays.setAll(previous, i -> i);
            for (int i = 1; i <= a.length(); i++) {
                var current = new int[b.length() + 1];
                current[0] = i;
                for (int j = 1; j <= b.length(); j++) {
                    var changed = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                    current[j] = Math.min(changed, Math.min(previous[j], current[j - 1]) + 1);
                }
                previous = current;
            }
            return previous[b.length()];
        }
    }
}
