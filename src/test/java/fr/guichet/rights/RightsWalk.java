package fr.guichet.rights;

import fr.guichet.identity.rights.Operation;
import fr.guichet.identity.rights.Rights;
import fr.guichet.identity.rights.RightsTable;
import fr.guichet.rights.Specimen.Kind;
import fr.guichet.shared.Reach;
import fr.guichet.shared.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/**
 * Walks every operation of the OpenAPI document × every role and nobody × own, same branch, other, over HTTP on a running instance,
 * and holds each answer against the table of rights. Whoever may do it must succeed. Whoever may not must be answered as the rule
 * says, learn nothing from the answer, and leave every row as it was.
 */
public final class RightsWalk {

    /** The instance must be started with it: that is when the walk takes place. */
    public static final String CLOCK = Scene.CLOCK;

    /** How whoever may is still refused: there is no sign-on of the bank here, and so nobody has come back from it. */
    private static final Map<String, Integer> FOR_WANT_OF_A_PROVIDER = Map.of("startSignOn", 404, "linkSignOn", 422);

    /** Stands for every answer that says yes. */
    private static final int ALLOWED = 200;

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Set<String> PROBLEM = Set.of("type", "title", "status", "detail", "requestId");

    /** The operation that shows the document itself, and so is not in it. */
    private static final String DOCUMENT = "describeApi";

    private static final String TABLES = """
            select quote_ident(schemaname) || '.' || quote_ident(tablename) from pg_tables
            where schemaname in ('branches', 'customers', 'appointments') or (schemaname, tablename) in
                (('identity', 'accounts'), ('identity', 'grants'), ('identity', 'staff_proposals'), ('platform', 'event_dead_letter'))
            order by 1""";

    /**
     * What came of it.
     *
     * @param roles without nobody
     * @param cells how many combinations were tried
     * @param leaks what was not as it has to be, a line each
     */
    public record Result(int operations, int roles, int cells, List<String> leaks) {}

    /** Where an operation is. */
    private record Address(String method, String path) {}

    /** One combination. */
    private record Cell(Specimen specimen, Address address, Caller caller, Subject subject, int expected, Ask ask) {

        HttpResponse<String> send() {
            // A stream would go on for ever; its beginning is answered to HEAD just the same.
            var method = specimen.operation().equals("watchLive") ? "HEAD" : address.method();
            return specimen.kind() == Kind.SESSION
                    ? caller.sendFromElsewhere(method, address.path(), ask)
                    : caller.send(method, address.path(), ask);
        }

        @Override
        public String toString() {
            return "%s as %s on %s".formatted(specimen.operation(), caller, subject.ownership());
        }
    }

    private final Rights rights = new Rights(RightsTable.OPERATIONS);
    private final Map<String, Address> addresses = addresses();
    private final Map<String, Specimen> specimens =
            Specimens.ALL.stream().collect(Collectors.toMap(Specimen::operation, Function.identity()));
    private final Scene scene;
    private final List<String> tables;
    private final List<String> leaks = new ArrayList<>();
    private int cells;

    private RightsWalk(ConfigurableApplicationContext instance) {
        scene = new Scene(instance);
        tables = scene.jdbc().sql(TABLES).query((row, _) -> row.getString(1)).list();
    }

    /** Walks. The instance has a database of its own, which is not looked at by anyone else. */
    public static Result on(ConfigurableApplicationContext instance) {
        var walk = new RightsWalk(instance);
        try {
            walk.walk();
        } finally {
            walk.scene.everyone().forEach(Caller::close);
        }
        return new Result(walk.addresses.size(), Role.values().length, walk.cells, List.copyOf(walk.leaks));
    }

    /** Operations of the document, lines of the table and specimens that do not all go together. */
    static Set<String> strays() {
        var lines = RightsTable.OPERATIONS.stream().map(Operation::name).collect(Collectors.toSet());
        var tried = Specimens.ALL.stream().map(Specimen::operation).collect(Collectors.toSet());
        var all = new TreeSet<>(addresses().keySet());
        all.addAll(lines);
        all.addAll(tried);
        all.removeIf(name -> addresses().containsKey(name) && lines.contains(name) && tried.contains(name));
        return all;
    }

    /** Refusals first, on things that nobody else changes meanwhile. */
    private void walk() {
        var allowed = new ArrayList<Runnable>();
        awaitQuiet();
        for (var entry : addresses.entrySet()) {
            var operation = entry.getKey();
            var address = entry.getValue();
            var specimen = specimens.get(operation);
            if (specimen == null || rights.operation(operation).isEmpty()) {
                leaks.add(operation + ": no line in the table, or no specimen");
                continue;
            }
            var refused = new ArrayList<Cell>();
            for (var ownership : Ownership.values()) {
                var subject = scene.subject(ownership);
                var tried = new HashMap<Boolean, Ask>(); // customers may have to ask in other words than staff
                for (var caller : scene.everyone()) {
                    var expected = expected(specimen, caller, ownership);
                    if (expected == ALLOWED && isTheSameAgain(specimen, ownership)) {
                        cells++;
                    } else if (expected == ALLOWED) {
                        allowed.add(() -> mustSucceed(
                                new Cell(specimen, address, caller, subject, ALLOWED, ask(specimen, subject, caller))));
                    } else {
                        var ask = tried.computeIfAbsent(
                                caller.role() == Role.CUSTOMER, _ -> ask(specimen, subject, caller));
                        refused.add(new Cell(specimen, address, caller, subject, expected, ask));
                    }
                }
            }
            mustBeRefused(operation, refused);
        }
        allowed.forEach(Runnable::run);
    }

    private Ask ask(Specimen specimen, Subject subject, Caller caller) {
        return specimen.request().of(scene, subject, caller);
    }

    /** The rule: 401 for nobody; 404 for what one does not see; 403 for the rest. */
    private int expected(Specimen specimen, Caller caller, Ownership ownership) {
        var operation = rights.operation(specimen.operation()).orElseThrow();
        var role = caller.role();
        if (role == null) {
            return operation.open() ? ALLOWED : 401;
        }
        var right = rights.right(Set.of(role), operation.name());
        if (covers(right.does(), role, specimen, ownership)) {
            return ALLOWED;
        }
        if (right.does().isEmpty() && !isAboutOneThing(specimen)) {
            return 403;
        }
        return covers(right.sees(), role, specimen, ownership) ? 403 : 404;
    }

    private static boolean covers(Set<Reach> reaches, Role role, Specimen specimen, Ownership ownership) {
        return specimen.kind() == Kind.THING
                ? reaches.stream().anyMatch(reach -> ownership.isWithin(reach, role))
                : !reaches.isEmpty();
    }

    private boolean isAboutOneThing(Specimen specimen) {
        var address = addresses.get(specimen.operation());
        return address != null && address.path().contains("{");
    }

    /** Whosever the things are that it is tried on, the request is the very same; and each costs the hashing of passwords. */
    private static boolean isTheSameAgain(Specimen specimen, Ownership ownership) {
        return specimen.kind() == Kind.SESSION && ownership != Ownership.OWN;
    }

    private void mustBeRefused(String operation, List<Cell> refused) {
        var before = rows();
        for (var cell : refused) {
            cells++;
            var answer = cell.send();
            if (answer.statusCode() != cell.expected()) {
                leaks.add("%s: %d, not %d".formatted(cell, answer.statusCode(), cell.expected()));
            } else if (!answer.body().isEmpty() && tellsTooMuch(cell, answer.body())) {
                leaks.add("%s: tells too much: %s".formatted(cell, answer.body()));
            }
        }
        if (!rows().equals(before)) {
            leaks.add(operation + ": somebody who was refused changed something");
        }
    }

    private static boolean tellsTooMuch(Cell cell, String body) {
        return !PROBLEM.equals(Set.copyOf(JSON.readTree(body).propertyNames()))
                || cell.subject().secrets().stream().anyMatch(body::contains);
    }

    private void mustSucceed(Cell cell) {
        cells++;
        var answer = cell.send();
        if (Objects.equals(FOR_WANT_OF_A_PROVIDER.get(cell.specimen().operation()), answer.statusCode())) {
            return;
        }
        if (answer.statusCode() / 100 != 2) {
            leaks.add("%s: %d, though allowed: %s".formatted(cell, answer.statusCode(), answer.body()));
        } else if (cell.specimen().kind() == Kind.LIST && answer.body().contains(mark(cell)) != isListed(cell)) {
            leaks.add("%s: is %sin the list".formatted(cell, isListed(cell) ? "not " : ""));
        }
    }

    private static String mark(Cell cell) {
        return Objects.requireNonNull(cell.ask().mark(), "a list is looked through for a mark");
    }

    private boolean isListed(Cell cell) {
        var role = Objects.requireNonNull(cell.caller().role(), "no list is for nobody");
        var right = rights.right(Set.of(role), cell.specimen().operation());
        return right.does().stream()
                .anyMatch(reach -> cell.subject().ownership().isWithin(reach, role));
    }

    /** What is in the tables, in few characters. */
    private Map<String, String> rows() {
        var rows = new TreeMap<String, String>();
        for (var table : tables) {
            rows.put(
                    table,
                    scene.jdbc()
                            .sql("select coalesce(md5(string_agg(t::text, ' ' order by t::text)), '') from " + table
                                    + " t")
                            .query(String.class)
                            .single());
        }
        return rows;
    }

    /** Until what listeners make of the making of the scene is done. */
    private void awaitQuiet() {
        var open = """
                select count(*) from platform.scheduled_tasks where task_name = 'event-delivery'""";
        while (scene.jdbc().sql(open).query(Long.class).single() > 0) {
            Thread.onSpinWait();
        }
    }

    private static Map<String, Address> addresses() {
        var addresses = new TreeMap<String, Address>();
        try {
            for (var path : JSON.readTree(Files.readString(Path.of("web/openapi.json")))
                    .get("paths")
                    .properties()) {
                for (var method : path.getValue().properties()) {
                    addresses.put(
                            method.getValue().get("operationId").asString(),
                            new Address(method.getKey().toUpperCase(Locale.ROOT), path.getKey()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        addresses.put(DOCUMENT, new Address("GET", "/api/openapi.json"));
        return addresses;
    }
}
