package fr.guichet.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.guichet.identity.InitialPassword.None;
import fr.guichet.platform.start.StartRefused;
import fr.guichet.shared.EmailAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** In a database of its own: here there is no administrator at first. */
@SpringBootTest(properties = "spring.application.name=first-administrator")
class FirstAdministratorTests {

    private static final String EMAIL = "root@example.org";
    private static final String PASSWORD = "une porte en bois bleu";

    @Autowired
    private Accounts accounts;

    @Autowired
    private JdbcClient jdbc;

    @TempDir
    private Path folder;

    @BeforeEach
    void nobodyIsAdministrator() {
        jdbc.sql("delete from identity.accounts").update();
    }

    @Test
    void withoutTheSettingNobodyIsOpened() {
        start(null, null, null);

        assertThat(accounts.hasAdministrator()).isFalse();
    }

    @Test
    void theFirstStartOpensOneAndLaterOnesLeaveItAlone() throws Exception {
        var file = Files.writeString(folder.resolve("password"), PASSWORD + "\n");
        start(EMAIL, file, null);

        assertThat(accounts.findByEmail(new EmailAddress(EMAIL)))
                .hasValueSatisfying(
                        account -> assertThat(account.grants()).isEqualTo(Grants.of(Grant.administrator())));

        start("other@example.org", folder.resolve("gone"), null);
        assertThat(accounts.findByEmail(new EmailAddress("other@example.org"))).isEmpty();
    }

    @Test
    void ofInstancesThatStartAtOnceOneOpensIt() throws Exception {
        var begin = new CyclicBarrier(8);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var starts = IntStream.range(0, 8)
                    .mapToObj(number -> threads.submit(() -> {
                        begin.await();
                        return accounts.openFirstAdministrator(wish("root" + number + "@example.org", new None()));
                    }))
                    .toList();
            var opened = 0;
            for (var start : starts) {
                opened += start.get().isPresent() ? 1 : 0;
            }
            assertThat(opened).isEqualTo(1);
        }
        assertThat(jdbc.sql("select count(*) from identity.accounts")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    private static OpenAccount wish(String email, InitialPassword password) {
        return new OpenAccount(
                new EmailAddress(email), password, "Administration", "fr", Grants.of(Grant.administrator()));
    }

    @Test
    void whatIsWrongIsSaidInOneLine() {
        assertRefused(EMAIL, null, null, "no password");
        assertRefused("root", null, PASSWORD, "not an e-mail address");
        assertRefused(EMAIL, null, "court", "fewer than 12 characters");
        assertRefused(EMAIL, null, "motdepasse123", "first that anyone would try");
        assertRefused(EMAIL, folder.resolve("gone"), null, "cannot be read");
        accounts.open(new OpenAccount(
                        new EmailAddress(EMAIL),
                        new InitialPassword.None(),
                        "Marie",
                        "fr",
                        Grants.of(Grant.customer(fr.guichet.shared.CustomerId.next()))))
                .orThrow();
        assertRefused(EMAIL, null, PASSWORD, "not an administrator's");
    }

    private void assertRefused(String email, @Nullable Path file, @Nullable String password, String reason) {
        assertThatThrownBy(() -> start(email, file, password))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining(reason)
                .message()
                .doesNotContain("\n", PASSWORD);
    }

    private void start(@Nullable String email, @Nullable Path file, @Nullable String password) {
        new FirstAdministrator(accounts, new FirstAdministrator.Settings(email, "Administration", file, password))
                .run(new DefaultApplicationArguments());
    }
}
