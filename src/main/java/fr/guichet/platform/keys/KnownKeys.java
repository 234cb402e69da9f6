package fr.guichet.platform.keys;

import fr.guichet.platform.database.Transactions;
import fr.guichet.platform.start.StartRefused;
import java.io.IOException;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The keys that the database was used with, by number. An instance that has others would write what nobody else can read and read
 * nothing of what is there, so it does not start.
 */
@Repository
class KnownKeys {

    /** Any number; instances that start together wait for each other on it. */
    private static final long LOCK = 0x6775_6963_6b65_79L;

    private final JdbcClient jdbc;
    private final Transactions transactions;

    KnownKeys(JdbcClient jdbc, Transactions transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /**
     * Sees to it that the keys of the directory and the database belong together.
     *
     * @param mayCreate whether keys that neither knows are made
     * @throws StartRefused when they do not, or keys are missing
     */
    void settle(KeyDirectory directory, boolean mayCreate) {
        if (agree(directory)) {
            return;
        }
        transactions.call(() -> {
            jdbc.sql("select pg_advisory_xact_lock(?)").param(LOCK).query(rows -> {});
            var known = known();
            complete(directory, known, mayCreate);
            keep(directory, known);
            return true;
        });
    }

    /** Whether there is nothing to do, which is so at every start but the first and those after a rotation. */
    private boolean agree(KeyDirectory directory) {
        if (!directory.missing().isEmpty()) {
            return false;
        }
        var known = known();
        for (var purpose : KeyPurpose.values()) {
            var held = ids(directory, purpose);
            var used = known.getOrDefault(purpose, Set.of());
            if (!used.contains(held.primary()) || !held.all().containsAll(used)) {
                return false;
            }
        }
        return true;
    }

    private static void complete(KeyDirectory directory, Map<KeyPurpose, Set<Long>> known, boolean mayCreate) {
        var missing = directory.missing();
        if (missing.isEmpty()) {
            return;
        }
        if (missing.stream().anyMatch(known::containsKey)) {
            throw new StartRefused(
                    "The keys that this database was used with are missing in %s (%s): put them back from a copy."
                            .formatted(directory.path(), names(missing)));
        }
        if (!mayCreate) {
            throw new StartRefused(
                    "Guichet has no keys in %s (%s): make them once with ./guichet keys create --directory=%s and give them to every instance, or name their place with --guichet.keys.directory=DIR."
                            .formatted(directory.path(), names(missing), directory.path()));
        }
        try {
            directory.createMissing();
        } catch (IOException e) {
            throw new StartRefused(
                    "The keys cannot be made in %s (%s): give the folder to this user, or choose another with --guichet.keys.directory=DIR."
                            .formatted(directory.path(), e.getMessage()),
                    e);
        }
    }

    private void keep(KeyDirectory directory, Map<KeyPurpose, Set<Long>> known) {
        for (var purpose : KeyPurpose.values()) {
            var held = ids(directory, purpose);
            for (var used : known.getOrDefault(purpose, Set.of())) {
                if (!held.all().contains(used)) {
                    throw new StartRefused(
                            "The keys in %s are not those that this database was used with (%s lacks key %d): give the right ones with --guichet.keys.directory=DIR, or another database."
                                    .formatted(directory.path(), purpose.file(), used));
                }
            }
            jdbc.sql("insert into platform.known_key (purpose, key_id) values (?, ?) on conflict do nothing")
                    .params(purpose.name(), held.primary())
                    .update();
        }
    }

    private Map<KeyPurpose, Set<Long>> known() {
        var known = new EnumMap<KeyPurpose, Set<Long>>(KeyPurpose.class);
        jdbc.sql("select purpose, key_id from platform.known_key").query(row -> {
            known.computeIfAbsent(KeyPurpose.valueOf(row.getString("purpose")), purpose -> new HashSet<>())
                    .add(row.getLong("key_id"));
        });
        return known;
    }

    private static KeyIds ids(KeyDirectory directory, KeyPurpose purpose) {
        try {
            return KeyIds.of(directory.file(purpose));
        } catch (IOException e) {
            throw new StartRefused(
                    "The keys in %s cannot be read (%s): give the file to this user, or put it back from a copy."
                            .formatted(directory.file(purpose), e.getMessage()),
                    e);
        }
    }

    private static String names(List<KeyPurpose> purposes) {
        return purposes.stream().map(KeyPurpose::file).collect(Collectors.joining(", "));
    }
}
