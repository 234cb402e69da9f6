package fr.guichet;

import fr.guichet.identity.rights.Operation;
import fr.guichet.identity.rights.RightsTable;
import fr.guichet.shared.Reach;
import fr.guichet.shared.Role;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The table of rights as a document. */
final class RightsDocument {

    private static final String HEAD = """
            # Who may do what

            Made from `fr.guichet.identity.rights.RightsTable` by `mvn test -Dtest=DocumentationTests -Ddocs.update=true`. The operations
            are those of `web/openapi.json`. A role that a line does not name may not do it at all: it is answered 403, or 404 where the
            address names one thing that the role is not shown. [Decision 12](adr/0012-one-table-of-rights.md) says how that is kept true.

            * **own**: the customer's own record and visits, the adviser's own calendar, the staff member's own account
            * **branch**: what belongs to the branch one works in
            * **department**: what belongs to the department one works in
            * **all**: everyone's

            Marks: *open* to passers-by; *fresh*, asks for a factor proven within the last five minutes; *account data*, after which a
            session ends with five minutes without activity.

            | Operation | own | branch | department | all | shown by | marks |
            |---|---|---|---|---|---|---|
            """;

    private RightsDocument() {}

    static String text() {
        return RightsTable.OPERATIONS.stream().map(RightsDocument::line).collect(Collectors.joining("", HEAD, ""));
    }

    private static String line(Operation operation) {
        return "| `%s` | %s | %s | %s | %s | %s | %s |%n"
                .formatted(
                        operation.name(),
                        who(operation, Reach.OWN),
                        who(operation, Reach.OWN_BRANCH),
                        who(operation, Reach.OWN_DEPARTMENT),
                        who(operation, Reach.ALL),
                        operation.shownBy() == null ? "" : "`" + operation.shownBy() + "`",
                        marks(operation))
                .replaceAll(" +", " ");
    }

    private static String who(Operation operation, Reach reach) {
        var roles = operation.roles().getOrDefault(reach, Set.of());
        if (roles.size() == Role.values().length) {
            return "everyone";
        }
        if (roles.size() == Role.values().length - 1 && !roles.contains(Role.CUSTOMER)) {
            return "all staff";
        }
        return Arrays.stream(Role.values())
                .filter(roles::contains)
                .map(role -> role.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .collect(Collectors.joining(", "));
    }

    private static String marks(Operation operation) {
        var open = operation.open() ? "open " : "";
        var fresh = operation.fresh() ? "fresh " : "";
        return (open + fresh + (operation.showsAccountData() ? "account data" : "")).strip();
    }
}
