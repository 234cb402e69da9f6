package fr.guichet.platform.start;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Says that Guichet takes requests and where. The launcher's user waits for this line. */
@Component
class ReadyAnnouncement {

    private static final Logger LOG = LoggerFactory.getLogger("guichet");

    private final Environment environment;
    private final ObjectProvider<ReadyNotice> notices;
    private boolean told;

    ReadyAnnouncement(Environment environment, ObjectProvider<ReadyNotice> notices) {
        this.environment = environment;
        this.notices = notices;
    }

    @EventListener
    void ready(AvailabilityChangeEvent<ReadinessState> change) {
        var port = environment.getProperty("local.server.port");
        if (told || change.getState() != ReadinessState.ACCEPTING_TRAFFIC || port == null) {
            return;
        }
        told = true;
        var lines = Stream.concat(
                Stream.of("Guichet is ready at %s://localhost:%s".formatted(scheme(), port)),
                notices.orderedStream()
                        .flatMap(notice -> notice.lines().stream())
                        .map(line -> "  " + line));
        LOG.info("{}", lines.collect(Collectors.joining("\n")));
    }

    private String scheme() {
        return environment.containsProperty("server.ssl.bundle") ? "https" : "http";
    }
}
