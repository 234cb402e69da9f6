package fr.guichet.bench;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what an instance in this JVM sends to PostgreSQL while it answers requests: every statement with its parameters, every
 * commit. Stands in front of the JDBC driver until it is closed. What jobs and listeners send is left out.
 */
final class StatementRecorder implements AutoCloseable {

    private static final String REQUESTS = "tomcat-handler-";
    private static final Set<String> OF_TRANSACTIONS = Set.of("setAutoCommit", "commit", "rollback");

    private final Driver driver;
    private final Driver recording = new RecordingDriver();
    /** By the thread that answered the request: the end of one may come after the beginning of the next. */
    private final Map<Thread, List<SentStatement>> sent = new LinkedHashMap<>();

    StatementRecorder() throws SQLException {
        driver = DriverManager.getDriver("jdbc:postgresql:");
        DriverManager.deregisterDriver(driver);
        DriverManager.registerDriver(recording);
    }

    /** What was sent since the last call. A request's last statements come after its answer, so this waits until it is over. */
    List<SentStatement> take() throws InterruptedException {
        Map<Thread, List<SentStatement>> taken;
        synchronized (sent) {
            taken = new LinkedHashMap<>(sent);
        }
        for (var request : taken.keySet()) {
            request.join();
        }
        synchronized (sent) {
            sent.keySet().removeAll(taken.keySet());
        }
        return taken.values().stream().flatMap(List::stream).toList();
    }

    @Override
    public void close() throws SQLException {
        DriverManager.deregisterDriver(recording);
        DriverManager.registerDriver(driver);
    }

    private void keep(SentStatement statement) {
        var thread = Thread.currentThread();
        if (thread.getName().startsWith(REQUESTS)) {
            synchronized (sent) {
                sent.computeIfAbsent(thread, request -> new ArrayList<>()).add(statement);
            }
        }
    }

    private Connection recorded(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    var result = invoke(connection, method, arguments);
                    if (OF_TRANSACTIONS.contains(method.getName()) && method.getParameterCount() < 2) {
                        keep(new SentStatement(null, List.of(call(method, arguments))));
                    }
                    return result instanceof PreparedStatement statement
                            ? recorded(statement, (String) arguments[0])
                            : result;
                });
    }

    private PreparedStatement recorded(PreparedStatement statement, String sql) {
        var calls = new ArrayList<SentStatement.Call>();
        return (PreparedStatement) Proxy.newProxyInstance(
                Connection.class.getClassLoader(),
                new Class<?>[] {PreparedStatement.class},
                (proxy, method, arguments) -> {
                    var name = method.getName();
                    if (name.equals("addBatch") || isSetter(method)) {
                        calls.add(call(method, arguments));
                    }
                    if (name.startsWith("execute")) {
                        calls.add(call(method, arguments));
                        keep(new SentStatement(sql, List.copyOf(calls)));
                        calls.clear();
                    }
                    return invoke(statement, method, arguments);
                });
    }

    private static boolean isSetter(Method method) {
        return method.getName().startsWith("set") && method.getParameterCount() > 1;
    }

    private static SentStatement.Call call(Method method, Object @Nullable [] arguments) {
        return new SentStatement.Call(method, arguments == null ? List.of() : Arrays.asList(arguments));
    }

    private static @Nullable Object invoke(Object target, Method method, Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private final class RecordingDriver implements Driver {

        @Override
        public @Nullable Connection connect(String url, Properties properties) throws SQLException {
            var connection = driver.connect(url, properties);
            return connection == null ? null : recorded(connection);
        }

        @Override
        public boolean acceptsURL(String url) throws SQLException {
            return driver.acceptsURL(url);
        }

        @Override
        public DriverPropertyInfo[] getPropertyInfo(String url, Properties properties) throws SQLException {
            return driver.getPropertyInfo(url, properties);
        }

        @Override
        public int getMajorVersion() {
            return driver.getMajorVersion();
        }

        @Override
        public int getMinorVersion() {
            return driver.getMinorVersion();
        }

        @Override
        public boolean jdbcCompliant() {
            return driver.jdbcCompliant();
        }

        @Override
        public @Nullable Logger getParentLogger() {
            return null;
        }
    }
}
