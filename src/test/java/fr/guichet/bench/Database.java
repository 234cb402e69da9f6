package fr.guichet.bench;

import fr.guichet.platform.keys.KeyDirectory;
import fr.guichet.platform.keys.Keys;
import java.sql.Connection;
import java.sql.SQLException;

/** One database on the stage. */
record Database(Stage stage, String name) {

    Connection connect() throws SQLException {
        return stage.connect(name);
    }

    /** Runs one statement. */
    void execute(String sql) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The one number that a query answers. */
    long number(String sql) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** The keys that all instances of the stage share. */
    Keys keys() {
        return new Keys(new KeyDirectory(stage.keys()));
    }

    /** The arguments by which an instance finds it, and the keys that all instances of the stage share. */
    String[] arguments() {
        return new String[] {
            "--spring.datasource.url=" + stage.url(name),
            "--spring.datasource.username=" + stage.address().role(),
            "--spring.datasource.password=" + stage.address().password(),
            "--guichet.keys.directory=" + stage.keys()
        };
    }
}
