package fr.guichet.testing;

import fr.guichet.GuichetApplication;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.Assert;

/** Further instances of Guichet on the database of a test, for all that must hold however many there are. */
public final class Instances {

    private Instances() {}

    /**
     * Starts one more in this JVM; close it when done.
     *
     * @param first whose database it shares
     * @param sources configuration and components that only the test has
     */
    public static ConfigurableApplicationContext beside(ConfigurableApplicationContext first, Class<?>... sources) {
        var url = first.getEnvironment().getProperty("spring.datasource.url");
        Assert.notNull(url, "The first instance has a database");
        return on(url, List.of(), sources);
    }

    /** Starts one on the database, with further arguments such as {@code --guichet.events.attempts=3}. */
    public static ConfigurableApplicationContext on(String url, List<String> arguments, Class<?>... sources) {
        var all = new ArrayList<String>();
        all.add("--server.port=0");
        all.add("--spring.datasource.url=" + url);
        all.add("--spring.datasource.username=postgres");
        all.add("--spring.datasource.password=postgres");
        all.addAll(arguments);
        return new SpringApplicationBuilder(GuichetApplication.class)
                .sources(sources)
                .run(all.toArray(String[]::new));
    }

    /** Where an instance listens. */
    public static int port(ConfigurableApplicationContext instance) {
        var server = ((WebServerApplicationContext) instance).getWebServer();
        Assert.notNull(server, "The instance has a web server");
        return server.getPort();
    }
}
