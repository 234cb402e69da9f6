package fr.guichet.platform.database.embedded;

/**
 * Where the embedded server listens and how to get in.
 *
 * @param port on the loopback interface
 * @param password of the one role there is
 */
public record ServerAddress(int port, String password) {

    public String url() {
        return "jdbc:postgresql://127.0.0.1:%d/%s?sslmode=disable".formatted(port, ServerPrograms.DATABASE);
    }

    public String role() {
        return ServerPrograms.ROLE;
    }

    @Override
    public String toString() {
        return url();
    }
}
