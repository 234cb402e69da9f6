package fr.guichet.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.guichet.shared.AccountId;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sessions in the database, which is where they lie unless said otherwise. */
class DatabaseSessionStoreTests extends SessionStoreContract {

    @Override
    List<String> arguments() {
        return List.of();
    }

    @Test
    void nothingOfRedisIsSetUp() {
        assertThat(here().getBeanProvider(RedisConnectionFactory.class).stream())
                .isEmpty();
        assertThat(here().getBeanDefinitionNames())
                .noneMatch(name -> name.toLowerCase(Locale.ROOT).contains("redis"));
    }

    @Override
    Map<String, byte[]> written(AccountId account) {
        var written = new HashMap<String, byte[]>();
        jdbc().sql("""
                        select a.attribute_name, a.attribute_bytes
                          from platform.spring_session s
                          join platform.spring_session_attributes a on a.session_primary_id = s.primary_id
                         where s.principal_name = ?
                        """)
                .param(account.toString())
                .query((row, _) -> written.put(row.getString(1), row.getBytes(2)))
                .list();
        return written;
    }

    @Override
    void overwrite(AccountId account, String attribute, byte[] bytes) {
        assertThat(jdbc().sql("""
                        update platform.spring_session_attributes set attribute_bytes = :bytes
                         where attribute_name = :attribute and session_primary_id =
                               (select primary_id from platform.spring_session where principal_name = :account)
                        """)
                        .param("bytes", bytes)
                        .param("attribute", attribute)
                        .param("account", account.toString())
                        .update())
                .isEqualTo(1);
    }

    @Override
    void age(AccountId account, Duration unused) {
        jdbc().sql("""
                        update platform.spring_session
                           set last_access_time = last_access_time - :age, expiry_time = expiry_time - :age
                         where principal_name = :account
                        """)
                .param("age", unused.toMillis())
                .param("account", account.toString())
                .update();
    }

    private JdbcClient jdbc() {
        return here().getBean(JdbcClient.class);
    }
}
