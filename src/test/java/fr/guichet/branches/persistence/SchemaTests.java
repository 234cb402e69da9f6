package fr.guichet.branches.persistence;

import static fr.guichet.branches.SampleNetwork.SYSTEM;
import static fr.guichet.branches.SampleNetwork.adviser;
import static fr.guichet.branches.SampleNetwork.branch;
import static fr.guichet.branches.SampleNetwork.code;
import static fr.guichet.branches.SampleNetwork.reason;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.guichet.branches.BranchAdministration;
import fr.guichet.branches.BranchesTest;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The database has the last word: what no part of the program should write, it does not take. */
@BranchesTest
class SchemaTests {

    private final BranchAdministration administration;
    private final JdbcClient jdbc;
    private UUID branch = UUID.randomUUID();
    private UUID adviser = UUID.randomUUID();
    private UUID reason = UUID.randomUUID();

    SchemaTests(BranchAdministration administration, JdbcClient jdbc) {
        this.administration = administration;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void fill() {
        var made = administration.createBranch(SYSTEM, branch()).orThrow();
        branch = made.value();
        adviser = administration
                .createAdviser(SYSTEM, made, adviser("Sophie"))
                .orThrow()
                .value();
        reason = administration
                .defineReason(SYSTEM, reason("S" + code().toUpperCase(Locale.ROOT)))
                .orThrow()
                .value();
    }

    private void refuses(String sql, UUID id) {
        assertThatThrownBy(() -> jdbc.sql(sql).param("id", id).update())
                .as(sql)
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "grid_minutes = 7",
                "grid_minutes = 0",
                "grid_minutes = 120",
                "latitude = 91",
                "longitude = null",
                "holiday_region = 'DE'",
                "name = ''",
                "opening_hours = ''",
                "code = 'with space'",
            })
    void branches(String change) {
        refuses("update branches.branch set " + change + " where id = :id", branch);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "duration_minutes = 4",
                "duration_minutes = 481",
                "buffer_before_minutes = -1",
                "buffer_after_minutes = 121",
                "min_notice_minutes = -1",
                "horizon_days = 0",
                "horizon_days = 366",
                "name_en = ''",
                "code = 'lower'",
                "skills = array[null]",
                "required_documents = '{}'",
            })
    void reasons(String change) {
        refuses("update branches.visit_reason set " + change + " where id = :id", reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "empty",
                "[2026-11-23 09:00+01,)",
                "(,2026-11-23 09:00+01)",
                "[2026-11-23 09:00+01,2026-11-23 10:00+01]",
                "[2026-11-23 09:00+01,2036-11-23 10:00+01)",
            })
    void stretchesOfTime(String during) {
        refuses(
                "insert into branches.closure values (gen_random_uuid(), :id, '%s', 'Travaux')".formatted(during),
                branch);
        refuses(
                "insert into branches.absence values (gen_random_uuid(), :id, '%s', 'PLANNED')".formatted(during),
                adviser);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[[540, 540]]",
                "[[540, 500]]",
                "[[-1, 500]]",
                "[[540, 1441]]",
                "[[540, 720], [719, 800]]",
                "[[840, 900], [540, 720]]",
                "[[540]]",
                "[[540, 600, 660]]",
            })
    void hoursOfADay(String hours) {
        refuses("insert into branches.adviser_override values (:id, '2026-11-23', '%s')".formatted(hours), adviser);
        refuses(
                "insert into branches.adviser_pattern values (:id, '2026-11-23', 1, '[{\"1\": %s}]')".formatted(hours),
                adviser);
    }

    @Test
    void weeksOfAPattern() {
        refuses("insert into branches.adviser_pattern values (:id, '2026-11-23', 1, '[{\"8\": []}]')", adviser);
        refuses("insert into branches.adviser_pattern values (:id, '2026-11-23', 2, '[{}]')", adviser);
        refuses("insert into branches.adviser_pattern values (:id, '2026-11-23', 3, '[{}, {}, {}]')", adviser);
        refuses("insert into branches.adviser_pattern values (:id, '1999-11-23', 1, '[{}]')", adviser);
    }

    @Test
    void thereIsOneCatalogueOfReasons() {
        refuses("insert into branches.reason_catalogue select true, 1 where :id is not null", branch);
        refuses("insert into branches.reason_catalogue select false, 1 where :id is not null", branch);
    }
}
