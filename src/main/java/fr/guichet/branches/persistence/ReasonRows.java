package fr.guichet.branches.persistence;

import fr.guichet.branches.ReasonDefinition;
import fr.guichet.branches.ReasonId;
import fr.guichet.branches.VisitReason;
import fr.guichet.branches.Wording;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes the reasons for a visit: a short list that all branches share. */
@Component
public class ReasonRows {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ReasonRows(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** All reasons, by code. */
    public List<VisitReason> all() {
        return jdbc.sql("select * from branches.visit_reason order by code")
                .query((row, _) -> reason(row))
                .list();
    }

    public Optional<VisitReason> find(ReasonId reason) {
        return jdbc.sql("select * from branches.visit_reason where id = :id")
                .param("id", reason.value())
                .query((row, _) -> reason(row))
                .optional();
    }

    /** Draws a new number for the list as a whole. Its row is the lock: reasons are written one at a time. */
    public long newCatalogueVersion() {
        return jdbc.sql("""
                        update branches.reason_catalogue set version = nextval('branches.schedule_version_seq')
                        returning version
                        """).query(Long.class).single();
    }

    public boolean isTaken(String code, ReasonId byAnotherThan) {
        return jdbc.sql("select exists (select from branches.visit_reason where code = :code and id <> :id)")
                .param("code", code)
                .param("id", byAnotherThan.value())
                .query(Boolean.class)
                .single();
    }

    public void insert(ReasonId reason, ReasonDefinition definition) {
        write("""
                insert into branches.visit_reason (id, code, name_fr, name_en, description_fr, description_en,
                    duration_minutes, buffer_before_minutes, buffer_after_minutes, min_notice_minutes, horizon_days,
                    skills, required_documents, active)
                values (:id, :code, :nameFr, :nameEn, :descriptionFr, :descriptionEn, :duration, :before, :after,
                    :notice, :horizon, :skills::text[], :documents::jsonb, :active)
                """, reason, definition);
    }

    public void update(ReasonId reason, ReasonDefinition definition) {
        write("""
                update branches.visit_reason set code = :code, name_fr = :nameFr, name_en = :nameEn,
                    description_fr = :descriptionFr, description_en = :descriptionEn, duration_minutes = :duration,
                    buffer_before_minutes = :before, buffer_after_minutes = :after, min_notice_minutes = :notice,
                    horizon_days = :horizon, skills = :skills::text[], required_documents = :documents::jsonb,
                    active = :active, version = version + 1
                where id = :id
                """, reason, definition);
    }

    private void write(String sql, ReasonId reason, ReasonDefinition definition) {
        jdbc.sql(sql)
                .param("id", reason.value())
                .param("code", definition.code())
                .param("nameFr", definition.name().fr())
                .param("nameEn", definition.name().en())
                .param("descriptionFr", definition.description().fr())
                .param("descriptionEn", definition.description().en())
                .param("duration", definition.duration().toMinutes())
                .param("before", definition.bufferBefore().toMinutes())
                .param("after", definition.bufferAfter().toMinutes())
                .param("notice", definition.minNotice().toMinutes())
                .param("horizon", definition.horizonDays())
                .param("skills", definition.requiredSkills().stream().sorted().toArray(String[]::new))
                .param("documents", json.writeValueAsString(definition.requiredDocuments()))
                .param("active", definition.active())
                .update();
    }

    private VisitReason reason(ResultSet row) throws SQLException {
        return new VisitReason(
                new ReasonId(row.getObject("id", UUID.class)),
                row.getString("code"),
                new Wording(row.getString("name_fr"), row.getString("name_en")),
                new Wording(row.getString("description_fr"), row.getString("description_en")),
                Duration.ofMinutes(row.getLong("duration_minutes")),
                Duration.ofMinutes(row.getLong("buffer_before_minutes")),
                Duration.ofMinutes(row.getLong("buffer_after_minutes")),
                Duration.ofMinutes(row.getLong("min_notice_minutes")),
                row.getInt("horizon_days"),
                Set.copyOf(Arrays.asList((String[]) row.getArray("skills").getArray())),
                List.of(json.readValue(row.getString("required_documents"), Wording[].class)),
                row.getBoolean("active"),
                row.getLong("version"));
    }
}
