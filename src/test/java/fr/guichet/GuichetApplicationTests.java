package fr.guichet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest
class GuichetApplicationTests {

    @Autowired
    private JdbcClient jdbc;

    @Test
    void everyModuleMigratesItsOwnSchema() {
        assertThat(jdbc.sql("select schema_name from information_schema.schemata")
                        .query(String.class)
                        .list())
                .contains("platform");
    }
}
