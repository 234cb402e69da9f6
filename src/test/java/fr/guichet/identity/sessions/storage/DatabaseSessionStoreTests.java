package fr.guichet.identity.sessions.storage;

import static org.assertj.core.api.Assertions.assertThat;

import fr.guichet.identity.sessions.OpenSessions;
import fr.guichet.shared.AccountId;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

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

    /** Once tables have grown, the database may read attributes of two sessions in turns. */
    @Test
    void sessionsAreToldApartInWhateverOrderTheirRowsCome() {
        var desk = signedIn(0);
        signedIn(0);
        jdbc().sql("""
                        update platform.spring_session_attributes set attribute_bytes = attribute_bytes
                         where attribute_name = :context and session_primary_id =
                               (select primary_id from platform.spring_session where principal_name = :account
                                 order by creation_time limit 1)
                        """)
                .param("context", CONTEXT)
                .param("account", marie().toString())
                .update();

        var open = new TransactionTemplate(here().getBean(PlatformTransactionManager.class)).execute(_ -> {
            jdbc().sql("set local enable_nestloop = off").update();
            jdbc().sql("set local enable_mergejoin = off").update();
            return here().getBean(OpenSessions.class).of(marie());
        });

        assertThat(open).hasSize(2);
        assertThat(listed(desk)).hasSize(2);
    }

    @Test
    void whoReadsTheTableCannotComeInWithWhatHeFinds() {
        var desk = signedIn(0);
        var held = desk.cookie("GUICHET_SESSION").orElseThrow();
        var kept = jdbc().sql("select session_id from platform.spring_session where principal_name = ?")
                .param(marie().toString())
                .query(String.class)
                .single();

        desk.plant("GUICHET_SESSION", kept);
        assertThat(isSignedIn(desk)).isFalse();

        desk.plant("GUICHET_SESSION", held);
        assertThat(isSignedIn(desk)).isTrue();
    }

    @Test
    void aBusySessionIsNotWrittenWithEveryRequest() {
        var desk = signedIn(0);
        var before = rowVersion();
        for (var i = 0; i < 5; i++) {
            desk.get("/api/security");
        }
        assertThat(rowVersion()).isEqualTo(before);

        age(marie(), Duration.ofSeconds(31));
        var aged = rowVersion();
        assertThat(isSignedIn(desk)).isTrue();
        assertThat(rowVersion()).as("asking who is there is no use of it").isEqualTo(aged);
        desk.get("/api/security");
        assertThat(rowVersion()).isNotEqualTo(aged);
    }

    private String rowVersion() {
        return jdbc().sql("select xmin::text from platform.spring_session where principal_name = ?")
                .param(marie().toString())
                .query(String.class)
                .single();
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
