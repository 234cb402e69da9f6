package fr.guichet.platform.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.event.AbstractSchedulerListener;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Has db-scheduler look for work as soon as work that is due has been committed, instead of at its next round. Its own immediate
 * execution would look while the row is still invisible.
 */
@Component
class PromptJobs extends AbstractSchedulerListener {

    private final ObjectProvider<Scheduler> scheduler;
    private final InstantSource now = InstantSource.system();

    PromptJobs(ObjectProvider<Scheduler> scheduler) {
        this.scheduler = scheduler;
    }

    @Override
    public void onExecutionScheduled(TaskInstanceId task, Instant due) {
        if (due.isAfter(now.instant())) {
            return;
        }
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            look();
        } else if (TransactionSynchronizationManager.getSynchronizations().stream()
                .noneMatch(AfterCommit.class::isInstance)) {
            TransactionSynchronizationManager.registerSynchronization(new AfterCommit());
        }
    }

    private void look() {
        var found = scheduler.getObject();
        if (found.getSchedulerState().isStarted() && !found.getSchedulerState().isShuttingDown()) {
            found.triggerCheckForDueExecutions();
        }
    }

    private final class AfterCommit implements TransactionSynchronization {

        @Override
        public void afterCommit() {
            look();
        }
    }
}
