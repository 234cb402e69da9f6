package fr.guichet.platform.start;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/** Finds a port that cannot be had before anything is begun that would have to be undone; the web server itself looks last. */
final class PortCheck implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var environment = context.getEnvironment();
        var port = port(environment);
        if (port == 0 || !(context instanceof WebServerApplicationContext)) {
            return;
        }
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(address(environment), port));
        } catch (UnknownHostException e) {
            throw new StartRefused(
                    "server.address is not an address of this machine: %s.".formatted(e.getMessage()), e);
        } catch (IOException e) {
            var reason = String.valueOf(e.getMessage());
            throw reason.contains("in use")
                    ? new PortInUseException(port, e)
                    : new StartRefused(
                            "Guichet cannot listen on port %d (%s): check server.port and server.address."
                                    .formatted(port, reason),
                            e);
        }
    }

    /** 0 when there is nothing to check; what is no port at all is refused by Spring in its own words. */
    private static int port(Environment environment) {
        try {
            var port =
                    Integer.parseInt(environment.getProperty("server.port", "0").strip());
            return port < 0 || port > 65_535 ? 0 : port;
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static InetAddress address(Environment environment) throws UnknownHostException {
        var address = environment.getProperty("server.address");
        return StringUtils.hasText(address) ? InetAddress.getByName(address) : new InetSocketAddress(0).getAddress();
    }
}
