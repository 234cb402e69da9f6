package fr.guichet.platform.database;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;
import org.slf4j.helpers.MessageFormatter;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Libraries write a stack trace for each statement, poll and heartbeat that an outage of the database makes fail. Here each becomes
 * one line, and none once {@link DatabaseWatch} has told of the outage. What we log ourselves is left alone.
 */
@Component
class OutageLog extends TurboFilter implements DisposableBean {

    private static final String OURS = "fr.guichet.";

    private final DatabaseState state;

    OutageLog(DatabaseState state) {
        this.state = state;
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext loggers) {
            loggers.addTurboFilter(this);
        }
    }

    @Override
    public void destroy() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext loggers) {
            loggers.getTurboFilterList().remove(this);
        }
    }

    @Override
    public FilterReply decide(
            @Nullable Marker marker,
            Logger logger,
            Level level,
            @Nullable String format,
            Object @Nullable [] parameters,
            @Nullable Throwable thrown) {
        if (!level.isGreaterOrEqual(Level.WARN) || logger.getName().startsWith(OURS)) {
            return FilterReply.NEUTRAL;
        }
        var message = MessageFormatter.arrayFormat(format, parameters, thrown);
        var failure = thrown == null ? message.getThrowable() : thrown;
        if (failure == null || !DatabaseFailures.isAway(failure)) {
            return FilterReply.NEUTRAL;
        }
        if (!state.isAway()) {
            logger.warn("{} ({})", message.getMessage(), DatabaseFailures.summary(failure));
        }
        return FilterReply.DENY;
    }
}
