package fr.guichet.identity.factors;

import static org.assertj.core.api.Assertions.assertThat;

import fr.guichet.identity.Accounts;
import fr.guichet.identity.SecurityMessage.Change;
import fr.guichet.identity.SecurityMessage.FactorChanged;
import fr.guichet.platform.database.Transactions;
import fr.guichet.shared.AccountId;
import fr.guichet.testing.GuichetTest;
import fr.guichet.testing.SentMessages;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The sheet of paper for the day the phone is lost. */
@GuichetTest
class RecoveryCodesTests {

    @Autowired
    private Accounts accounts;

    @Autowired
    private RecoveryCodes recovery;

    @Autowired
    private SecondFactors factors;

    @Autowired
    private Transactions transactions;

    @Autowired
    private JdbcClient jdbc;

    private SomeAccount pierre = new SomeAccount(AccountId.next(), "");

    @BeforeEach
    void pierreHasAnAccount() {
        pierre = SomeAccount.in(accounts);
    }

    @Test
    void aSheetHasTenCodesAndEachWorksOnce() {
        var sheet = recovery.issue(pierre.id());

        assertThat(sheet)
                .hasSize(10)
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("([2-9A-Z]{4}-){2}[2-9A-Z]{4}"));
        assertThat(sheet).allSatisfy(code -> assertThat(take(code)).contains(SecondFactor.RECOVERY_CODE));
        assertThat(sheet).allSatisfy(code -> assertThat(take(code)).isEmpty());
        assertThat(recovery.left(pierre.id())).isZero();
    }

    @Test
    void itsOwnerHearsThatOneWasUsed() {
        take(recovery.issue(pierre.id()).getFirst());

        assertThat(SentMessages.to(pierre.email()))
                .filteredOn(FactorChanged.class::isInstance)
                .extracting(message -> ((FactorChanged) message).change())
                .containsExactly(Change.RECOVERY_CODE_USED);
    }

    @Test
    void aNewSheetMakesTheOldOneWorthless() {
        var old = recovery.issue(pierre.id());
        recovery.issue(pierre.id());

        assertThat(old).allSatisfy(code -> assertThat(take(code)).isEmpty());
        assertThat(recovery.left(pierre.id())).isEqualTo(10);
    }

    @Test
    void itMayBeTypedAsOnePleases() {
        var sheet = recovery.issue(pierre.id());

        assertThat(take(sheet.get(0).toLowerCase(Locale.ROOT))).isPresent();
        assertThat(take(sheet.get(1).replace("-", ""))).isPresent();
        assertThat(take(" " + sheet.get(2).replace('-', ' ') + "\u00a0")).isPresent();
        assertThat(take(sheet.get(3).replace('-', '\u2011'))).isPresent();
    }

    @Test
    void anotherAccountsCodeIsWorthNothing() {
        var marie = SomeAccount.in(accounts);
        recovery.issue(pierre.id());

        assertThat(take(recovery.issue(marie.id()).getFirst())).isEmpty();
    }

    @Test
    void ofManyWhoEnterOneAtOnceOneComesThrough() throws Exception {
        var code = recovery.issue(pierre.id()).getFirst();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var entering = Stream.<Callable<Boolean>>generate(
                            () -> () -> take(code).isPresent())
                    .limit(16)
                    .toList();

            assertThat(threads.invokeAll(entering).stream()
                            .filter(entered -> entered.resultNow())
                            .count())
                    .isEqualTo(1);
        }
    }

    @Test
    void whoReadsTheTableHasNoCodes() {
        var sheet = recovery.issue(pierre.id());

        var kept = jdbc.sql("select encode(mac, 'escape') from identity.recovery_codes where account_id = ?")
                .param(pierre.id().value())
                .query(String.class)
                .list();

        assertThat(kept).hasSize(10).noneMatch(mac -> sheet.stream()
                .anyMatch(code -> mac.contains(code) || mac.contains(code.replace("-", ""))));
    }

    private Optional<SecondFactor> take(String code) {
        return transactions.call(() -> factors.take(pierre.id(), code, CodeRequest.signIn(UUID.randomUUID())));
    }
}
