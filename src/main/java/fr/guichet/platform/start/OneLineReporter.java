package fr.guichet.platform.start;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Tells the operator in one line why Guichet did not start, and keeps Spring Boot's own report, a page long, from following. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class OneLineReporter implements FailureAnalysisReporter {

    private static final Logger LOG = LoggerFactory.getLogger("guichet");
    private static final String PAGE = "org.springframework.boot.diagnostics.LoggingFailureAnalysisReporter";

    @Override
    public void report(FailureAnalysis analysis) {
        var action = analysis.getAction() == null ? "" : ". " + analysis.getAction();
        LOG.error("{}", (analysis.getDescription() + action).strip().replaceAll("\\s+", " "));
        LoggingSystem.get(OneLineReporter.class.getClassLoader()).setLogLevel(PAGE, LogLevel.OFF);
    }
}
