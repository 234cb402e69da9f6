package fr.guichet.platform.start;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

@Order(Ordered.HIGHEST_PRECEDENCE)
final class PortTakenAnalyzer extends AbstractFailureAnalyzer<PortInUseException> {

    @Override
    protected FailureAnalysis analyze(Throwable whole, PortInUseException taken) {
        return new FailureAnalysis(
                "Port %d is taken by another program: end that one, or choose another port, for example --server.port=%d."
                        .formatted(taken.getPort(), taken.getPort() + 1),
                null,
                taken);
    }
}
