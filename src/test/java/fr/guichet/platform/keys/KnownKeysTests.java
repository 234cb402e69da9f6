package fr.guichet.platform.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import fr.guichet.platform.database.Transactions;
import fr.guichet.platform.start.StartRefused;
import fr.guichet.testing.GuichetTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A database and the keys that it was used with; rows of other tests come back at the end of each transaction. */
@GuichetTest
class KnownKeysTests {

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Transactions transactions;

    @Autowired
    private TransactionTemplate template;

    @Autowired
    private HikariDataSource pool;

    @TempDir
    private Path folder;

    private KnownKeys known;
    private KeyDirectory directory;

    @BeforeEach
    void aFolder() {
        known = new KnownKeys(jdbc, transactions);
        directory = new KeyDirectory(folder.resolve("keys"));
    }

    @Test
    void aDatabaseOfItsOwnGetsKeysByItself() {
        onANewDatabase(() -> {
            known.settle(directory, true);
            assertThat(directory.missing()).isEmpty();
            known.settle(directory, false);
        });
    }

    @Test
    void beforeASharedDatabaseSomebodyMustMakeThem() {
        onANewDatabase(() -> assertThatThrownBy(() -> known.settle(directory, false))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("./guichet keys create --directory=" + directory.path()));
    }

    @Test
    void keysThatAreLostAreNotReplaced() {
        onANewDatabase(() -> {
            known.settle(directory, true);
            delete(KeyPurpose.SECRETS);

            assertThatThrownBy(() -> known.settle(directory, true))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("secrets.json")
                    .hasMessageContaining("from a copy");
        });
    }

    @Test
    void strangersAreRefusedAndRotatedKeysAreNot() {
        onANewDatabase(() -> {
            known.settle(directory, true);
            unchecked(() -> {
                directory.add(KeyPurpose.CODES);
                directory.promote(KeyPurpose.CODES);
                return true;
            });
            known.settle(directory, false);
            var others = new KeyDirectory(folder.resolve("others"));
            unchecked(others::createMissing);

            assertThatThrownBy(() -> known.settle(others, false))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("are not those that this database was used with");
        });
    }

    @Test
    void instancesThatStartTogetherAgree() throws Exception {
        assertThat(pool.getMaximumPoolSize()).isGreaterThan(4);
        try (var starts = Executors.newFixedThreadPool(4)) {
            var all = starts.invokeAll(IntStream.range(0, 4)
                    .<Callable<Boolean>>mapToObj(number -> () -> {
                        known.settle(shared(), true);
                        return true;
                    })
                    .toList());
            for (var one : all) {
                assertThat(one.get()).isTrue();
            }
        }
    }

    private static KeyDirectory shared() {
        return new KeyDirectory(Path.of("target", "test-keys"));
    }

    private void onANewDatabase(Runnable work) {
        template.executeWithoutResult(status -> {
            jdbc.sql("delete from platform.known_key").update();
            work.run();
            status.setRollbackOnly();
        });
    }

    private void delete(KeyPurpose purpose) {
        unchecked(() -> Files.deleteIfExists(directory.file(purpose)));
    }

    private static <T> T unchecked(Callable<T> work) {
        try {
            return work.call();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
