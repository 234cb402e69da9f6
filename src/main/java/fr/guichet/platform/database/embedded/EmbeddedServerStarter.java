package fr.guichet.platform.database.embedded;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.bootstrap.ConfigurableBootstrapContext;
import org.springframework.boot.logging.DeferredLogFactory;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.util.StringUtils;

/**
 * Begins to start the embedded server as soon as it is known that no {@code spring.datasource.url} is given, so that it comes up while
 * Spring does. The address is a property like one that the operator gives; who asks for it waits for it.
 */
public final class EmbeddedServerStarter implements EnvironmentPostProcessor, Ordered {

    private static final String URL = "spring.datasource.url";
    private static final String USER = "spring.datasource.username";
    private static final String PASSWORD = "spring.datasource.password";

    private final DeferredLogFactory logs;
    private final ConfigurableBootstrapContext bootstrap;

    public EmbeddedServerStarter(DeferredLogFactory logs, ConfigurableBootstrapContext bootstrap) {
        this.logs = logs;
        this.bootstrap = bootstrap;
    }

    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (StringUtils.hasText(environment.getProperty(URL))) {
            return;
        }
        var server = EmbeddedServer.open(
                Path.of(environment.getRequiredProperty("guichet.home")), logs.getLog(EmbeddedServer.class));
        var lease = new Lease(server);
        environment.getPropertySources().addFirst(new AddressProperties(server));
        // The first bean to be registered is the last to be destroyed; and when no context came to be, the JVM's end
        // closes it.
        bootstrap.addCloseListener(closed -> {
            var beans =
                    (DefaultListableBeanFactory) closed.getApplicationContext().getBeanFactory();
            beans.registerSingleton("embeddedServer", server);
            beans.registerDisposableBean("embeddedServer", lease::end);
        });
        SpringApplication.getShutdownHandlers().add(lease::end);
    }

    /** One instance's use of the server, ended once. */
    private static final class Lease {

        private final EmbeddedServer server;
        private boolean ended;

        Lease(EmbeddedServer server) {
            this.server = server;
        }

        synchronized void end() {
            if (!ended) {
                ended = true;
                server.close();
            }
        }
    }

    private static final class AddressProperties extends EnumerablePropertySource<EmbeddedServer> {

        AddressProperties(EmbeddedServer server) {
            super("embeddedServer", server);
        }

        @Override
        public String[] getPropertyNames() {
            return new String[] {URL, USER, PASSWORD};
        }

        @Override
        public @Nullable Object getProperty(String name) {
            return switch (name) {
                case URL -> getSource().address().url();
                case USER -> getSource().address().role();
                case PASSWORD -> getSource().address().password();
                default -> null;
            };
        }
    }
}
