package fr.guichet.platform.events;

import com.github.kagkarlsson.scheduler.task.Execution;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of deliveries under way, in db-scheduler's table, where db-scheduler's own ways would leave the transaction. */
@Repository
class Deliveries {

    private final JdbcClient jdbc;

    Deliveries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False if this attempt lost the delivery to another instance, which believed it dead. */
    boolean remove(Execution execution) {
        return jdbc.sql(
                                "delete from platform.scheduled_tasks where task_name = ? and task_instance = ? and version = ?")
                        .params(execution.getTaskName(), execution.getId(), execution.version)
                        .update()
                == 1;
    }

    /** How many wait, be it for their first or for a further attempt. */
    long waiting() {
        return jdbc.sql("select count(*) from platform.scheduled_tasks where task_name = ?")
                .param(Delivery.TASK)
                .query(Long.class)
                .single();
    }

    /** For how long the oldest one that is due has not been picked up; zero when all is well. */
    Duration lag(Instant now) {
        return jdbc.sql("""
                        select execution_time from platform.scheduled_tasks
                        where task_name = ? and not picked and execution_time <= ?
                        order by execution_time limit 1
                        """)
                .params(Delivery.TASK, now.atOffset(ZoneOffset.UTC))
                .query(OffsetDateTime.class)
                .optional()
                .map(due -> Duration.between(due.toInstant(), now))
                .orElse(Duration.ZERO);
    }
}
