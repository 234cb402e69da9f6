package fr.guichet.platform.database;

import fr.guichet.platform.start.StartRefused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationVersion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Migrates each module's schema by its own scripts, {@code db/migration/<module>}, with a history of its own inside that schema. No
 * statement crosses schemas, so the order of the modules does not matter.
 *
 * <p>Flyway takes its time to find that there is nothing to do, once per module and start. So {@code platform.migrated_module} keeps
 * a fingerprint of the scripts that were last applied: when all of them still match, one query is all that a start costs.
 */
final class ModuleMigrations {

    private static final Logger LOG = LoggerFactory.getLogger(ModuleMigrations.class);

    /** Any number; instances that start together wait for each other on it. */
    private static final long LOCK = 0x6775_6963_6865_74L;

    private static final String UNDEFINED_TABLE = "42P01";
    private static final String INVALID_SCHEMA = "3F000";

    private final Connections connections;

    ModuleMigrations(Connections connections) {
        this.connections = connections;
    }

    /**
     * Brings every module up to date.
     *
     * @throws StartRefused when the database cannot be reached, or belongs to a newer Guichet
     */
    void run() {
        try (var connection = connections.unlimited().getConnection()) {
            var modules = ModuleScripts.all();
            if (applied(connection).equals(modules)) {
                return;
            }
            lock(connection);
            var applied = applied(connection);
            if (!applied.equals(modules)) {
                refuseNewer(applied, modules);
                modules.values().stream()
                        .filter(module -> !module.equals(applied.get(module.module())))
                        .forEach(this::migrate);
                keep(connection, modules.values());
            }
        } catch (SQLException e) {
            throw DatabaseRefusals.atStart(connections.place(), e);
        } catch (IOException e) {
            throw new UncheckedIOException("The migration scripts cannot be read", e);
        }
    }

    private void migrate(ModuleScripts module) {
        var flyway = Flyway.configure()
                .dataSource(connections.unlimited())
                .locations(module.location())
                .schemas(module.module())
                .defaultSchema(module.module())
                .createSchemas(true)
                .load();
        for (var known : flyway.info().applied()) {
            if (known.getVersion() != null && known.getVersion().isNewerThan(module.version())) {
                throw newer(
                        module.module(),
                        known.getVersion().toString(),
                        module.version().toString());
            }
        }
        try {
            var result = flyway.migrate();
            LOG.info(
                    "Module {}: {} migrations, now at version {}",
                    module.module(),
                    result.migrationsExecuted,
                    module.version());
        } catch (FlywayException e) {
            throw DatabaseRefusals.migration(connections.place(), module.module(), e);
        }
    }

    private static void refuseNewer(Map<String, ModuleScripts> applied, Map<String, ModuleScripts> modules) {
        for (var stored : applied.values()) {
            var ours = modules.get(stored.module());
            if (ours == null || stored.version().isNewerThan(ours.version())) {
                throw newer(
                        stored.module(),
                        stored.version().toString(),
                        ours == null ? "none" : ours.version().toString());
            }
        }
    }

    private static StartRefused newer(String module, String stored, String ours) {
        return new StartRefused(
                "The database belongs to a newer Guichet (module %s is at version %s there, at %s here): start that one, or give another database."
                        .formatted(module, stored, ours));
    }

    private static Map<String, ModuleScripts> applied(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows =
                        statement.executeQuery("SELECT module, version, fingerprint FROM platform.migrated_module")) {
            var applied = new HashMap<String, ModuleScripts>();
            while (rows.next()) {
                var module = rows.getString("module");
                var version = MigrationVersion.fromVersion(rows.getString("version"));
                applied.put(module, new ModuleScripts(module, version, rows.getString("fingerprint")));
            }
            return applied;
        } catch (SQLException e) {
            if (UNDEFINED_TABLE.equals(e.getSQLState()) || INVALID_SCHEMA.equals(e.getSQLState())) {
                return Map.of();
            }
            throw e;
        }
    }

    /** Held until the connection closes. */
    private static void lock(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("SELECT pg_advisory_lock(?)")) {
            statement.setLong(1, LOCK);
            statement.execute();
        }
    }

    private static void keep(Connection connection, Collection<ModuleScripts> modules) throws SQLException {
        try (var statement = connection.prepareStatement("""
                INSERT INTO platform.migrated_module (module, version, fingerprint) VALUES (?, ?, ?)
                ON CONFLICT (module) DO UPDATE SET version = excluded.version, fingerprint = excluded.fingerprint""")) {
            for (var module : modules) {
                statement.setString(1, module.module());
                statement.setString(2, module.version().getVersion());
                statement.setString(3, module.fingerprint());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
