package fr.guichet.platform.database;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;
import java.util.function.Consumer;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Libraries write a stack trace for each statement, poll and heartbeat that an outage of the database makes fail. Here each becomes
 * one line, and none once {@link DatabaseWatch} has told of the outage. What we log ourselves is left alone.
 *
 * <p>It stands before the appenders and not before the loggers: there it would be asked at each of the hundreds of lines of a request
 * that are not written.
 */
@Component
class OutageLog extends Filter<ILoggingEvent> implements DisposableBean {

    private static final String OURS = "fr.guichet.";

    private final DatabaseState state;

    OutageLog(DatabaseState state) {
        this.state = state;
        start();
        forEachAppender(appender -> appender.addFilter(this));
    }

    @Override
    public void destroy() {
        forEachAppender(appender -> {
            var others = appender.getCopyOfAttachedFiltersList();
            others.remove(this);
            appender.clearAllFilters();
            others.forEach(appender::addFilter);
        });
    }

    @Override
    public FilterReply decide(ILoggingEvent event) {
        if (!event.getLevel().isGreaterOrEqual(Level.WARN)
                || event.getLoggerName().startsWith(OURS)
                || !(event.getThrowableProxy() instanceof ThrowableProxy thrown)
                || !DatabaseFailures.isAway(thrown.getThrowable())) {
            return FilterReply.NEUTRAL;
        }
        if (!state.isAway()) {
            LoggerFactory.getLogger(event.getLoggerName())
                    .warn("{} ({})", event.getFormattedMessage(), DatabaseFailures.summary(thrown.getThrowable()));
        }
        return FilterReply.DENY;
    }

    private static void forEachAppender(Consumer<Appender<ILoggingEvent>> change) {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext loggers) {
            loggers.getLogger(Logger.ROOT_LOGGER_NAME).iteratorForAppenders().forEachRemaining(change);
        }
    }
}
