package fr.guichet.platform.jobs;

import com.github.kagkarlsson.scheduler.event.AbstractSchedulerListener;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import fr.guichet.platform.database.DatabaseFailures;
import fr.guichet.platform.web.WithoutPersonalData;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Logs jobs that failed, in place of db-scheduler, which would write the exception as it is. */
@Component
class JobFailures extends AbstractSchedulerListener {

    private static final Logger LOG = LoggerFactory.getLogger(JobFailures.class);

    @Override
    public void onExecutionComplete(ExecutionComplete complete) {
        complete.getCause()
                .filter(cause -> !(cause instanceof LoggedFailure))
                .ifPresent(cause -> log(complete.getExecution().getTaskName(), cause));
    }

    private static void log(String job, Throwable cause) {
        if (DatabaseFailures.isAway(cause)) {
            LOG.warn(
                    "Job {} was cut off by the database and will be tried again: {}",
                    job,
                    DatabaseFailures.summary(cause));
        } else {
            LOG.error("Job {} failed and will be tried again", job, WithoutPersonalData.copy(cause));
        }
    }
}
