package fr.guichet.platform.database;

/** Brings a database up to date as the start of an instance does. */
public final class Migrated {

    private Migrated() {}

    public static void database(String url, String user, String password) {
        new ModuleMigrations(new Connections(url, user, password, new DatabaseState())).run();
    }
}
