package fr.guichet.audit.web;

import fr.guichet.audit.trail.EntryFilter;
import fr.guichet.audit.trail.EntryPosition;
import fr.guichet.audit.trail.EntryQueries;
import fr.guichet.audit.trail.StoredEntry;
import java.io.IOException;
import java.util.Objects;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes entries as a table (RFC 4180). Reads a few at a time, so that no connection waits for a slow reader. */
@Component
class AuditExport {

    private static final int AT_ONCE = 1_000;

    private static final String[] HEADER = {
        "id",
        "at",
        "by",
        "account",
        "name",
        "action",
        "subject",
        "subjectId",
        "customerId",
        "branchId",
        "outcome",
        "reason",
        "details",
        "address",
        "device",
        "requestId"
    };

    /** What a spreadsheet would take for a formula. */
    private static final Pattern FORMULA = Pattern.compile("[=+\\-@\\t\\r].*", Pattern.DOTALL);

    private final EntryQueries queries;

    AuditExport(EntryQueries queries) {
        this.queries = queries;
    }

    void write(EntryFilter filter, Appendable out) throws IOException {
        var table = new CSVPrinter(
                out, CSVFormat.RFC4180.builder().setHeader(HEADER).get());
        EntryPosition after = null;
        while (true) {
            var entries = queries.find(filter, after, AT_ONCE);
            for (var entry : entries) {
                table.printRecord(cells(entry));
            }
            table.flush();
            if (entries.size() < AT_ONCE) {
                return;
            }
            var last = entries.getLast();
            after = new EntryPosition(Objects.requireNonNull(last.at()), Objects.requireNonNull(last.id()));
        }
    }

    private static Object[] cells(StoredEntry entry) {
        return new Object[] {
            cell(entry.id()),
            cell(entry.at()),
            cell(entry.actorKind()),
            cell(entry.actorAccount()),
            cell(entry.actorName()),
            cell(entry.action()),
            cell(entry.subject()),
            cell(entry.subjectId()),
            cell(entry.customer()),
            cell(entry.branch()),
            cell(entry.outcome()),
            cell(entry.reason()),
            cell(entry.details()),
            cell(entry.address()),
            cell(entry.device()),
            cell(entry.request())
        };
    }

    private static String cell(@Nullable Object value) {
        var text = Objects.toString(value, "");
        return FORMULA.matcher(text).matches() ? "'" + text : text;
    }
}
