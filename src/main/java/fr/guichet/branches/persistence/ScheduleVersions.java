package fr.guichet.branches.persistence;

import fr.guichet.shared.BranchId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the numbers that tell whether what is in memory is still true: two rows by primary key, in one trip. */
@Component
public class ScheduleVersions {

    /**
     * What is true now.
     *
     * @param schedule the branch's schedule version; null when there is no such branch
     * @param reasons the version of the reasons together
     */
    public record Versions(@Nullable Long schedule, long reasons) {}

    private final JdbcClient jdbc;

    ScheduleVersions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Versions of(BranchId branch) {
        return jdbc.sql("""
                        select (select b.schedule_version from branches.branch b where b.id = :id) as schedule, r.version as reasons
                        from branches.reason_catalogue r
                        """)
                .param("id", branch.value())
                .query((row, _) -> new Versions(row.getObject("schedule", Long.class), row.getLong("reasons")))
                .single();
    }

    public long ofReasons() {
        return jdbc.sql("select version from branches.reason_catalogue")
                .query(Long.class)
                .single();
    }
}
