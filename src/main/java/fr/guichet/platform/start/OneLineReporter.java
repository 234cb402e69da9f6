package fr.guichet.platform.start;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;

/** Tells the operator in one line why Guichet did not start. Spring Boot's own report, a page long, is switched off in the settings. */
final class OneLineReporter implements FailureAnalysisReporter {

    private static final Logger LOG = LoggerFactory.getLogger("guichet");

    @Override
    public void report(FailureAnalysis analysis) {
        var action = analysis.getAction() == null ? "" : " " + analysis.getAction();
        LOG.error("{}", (analysis.getDescription() + action).strip().replaceAll("\\s+", " "));
    }
}
