package fr.guichet.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Plain connections, one for each client, with the settings that Guichet's pool gives its own. */
record Connections(List<Connection> all) implements AutoCloseable {

    static Connections open(Database database, int count) throws SQLException {
        var all = new ArrayList<Connection>();
        for (int i = 0; i < count; i++) {
            all.add(database.connect());
        }
        return new Connections(all);
    }

    void send(int client, List<SentStatement> statements) throws SQLException {
        for (var statement : statements) {
            statement.sendOn(all.get(client));
        }
    }

    @Override
    public void close() throws SQLException {
        for (var connection : all) {
            connection.close();
        }
    }
}
