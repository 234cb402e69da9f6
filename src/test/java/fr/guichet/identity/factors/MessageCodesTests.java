package fr.guichet.identity.factors;

import static org.assertj.core.api.Assertions.assertThat;

import fr.guichet.identity.Accounts;
import fr.guichet.platform.database.Transactions;
import fr.guichet.shared.AccountId;
import fr.guichet.shared.PhoneNumber;
import fr.guichet.testing.GuichetTest;
import fr.guichet.testing.SentMessages;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Codes that are sent: the last one counts, once, for ten minutes, for what it was sent for. */
@GuichetTest
class MessageCodesTests {

    private static final CodeRequest SIGN_IN = CodeRequest.signIn(UUID.randomUUID());

    @Autowired
    private Accounts accounts;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Mobiles mobiles;

    private final SetClock clock = new SetClock();
    private final MessageCodes codes;
    private SomeAccount pierre = new SomeAccount(AccountId.next(), "");

    @Autowired
    MessageCodesTests(
            JdbcClient jdbc, CodeMacs macs, Recipients recipients, Messenger messenger, Transactions transactions) {
        codes = new MessageCodes(jdbc, macs, recipients, messenger, transactions, clock);
    }

    @BeforeEach
    void pierreHasAnAccount() {
        pierre = SomeAccount.in(accounts);
    }

    @Test
    void aCodeIsTakenOnce() {
        var code = send(SIGN_IN);

        assertThat(code).matches("[0-9]{6}");
        assertThat(take(SIGN_IN, code)).isTrue();
        assertThat(take(SIGN_IN, code)).isFalse();
    }

    @Test
    void afterTenMinutesItIsTooLate() {
        var code = send(SIGN_IN);
        clock.pass(Duration.ofMinutes(10));

        assertThat(take(SIGN_IN, code)).isFalse();
    }

    @Test
    void aWrongCodeLeavesTheRightOneAsItIs() {
        var code = send(SIGN_IN);

        assertThat(take(SIGN_IN, other(code))).isFalse();
        assertThat(take(SIGN_IN, code)).isTrue();
    }

    @Test
    void itIsWorthNothingElsewhere() {
        var code = send(SIGN_IN);
        var marie = SomeAccount.in(accounts);
        codes.send(marie.id(), SIGN_IN);

        assertThat(take(CodeRequest.confirmation(UUID.randomUUID()), code))
                .as("for another act")
                .isFalse();
        assertThat(codes.take(marie.id(), SIGN_IN, code))
                .as("for another account")
                .isFalse();
        assertThat(take(CodeRequest.signIn(UUID.randomUUID()), code))
                .as("for another sign-in")
                .isFalse();
        assertThat(take(SIGN_IN, code)).isTrue();
    }

    @Test
    void aRowMovedToAnotherAccountIsWorthNothing() {
        var code = send(SIGN_IN);
        var marie = SomeAccount.in(accounts);
        jdbc.sql("update identity.message_codes set account_id = ? where account_id = ?")
                .param(marie.id().value())
                .param(pierre.id().value())
                .update();

        assertThat(codes.take(marie.id(), SIGN_IN, code)).isFalse();
    }

    @Test
    void theLastOneSentCounts() {
        var first = send(SIGN_IN);
        clock.pass(Duration.ofSeconds(30));
        var second = send(SIGN_IN);

        assertThat(take(SIGN_IN, first)).isEqualTo(first.equals(second));
        assertThat(take(SIGN_IN, second)).isEqualTo(!first.equals(second));
    }

    @Test
    void whoAsksAgainAtOnceGetsNoOther() {
        var first = send(SIGN_IN);
        clock.pass(Duration.ofSeconds(29));
        codes.send(pierre.id(), SIGN_IN);

        assertThat(SentMessages.takeCode(pierre.email())).isEmpty();
        assertThat(take(SIGN_IN, first)).isTrue();
    }

    @Test
    void afterFiveUnusedOnesThereIsAPause() {
        for (var i = 0; i < 5; i++) {
            send(SIGN_IN);
            clock.pass(Duration.ofMinutes(1));
        }

        codes.send(pierre.id(), SIGN_IN);
        assertThat(SentMessages.takeCode(pierre.email())).isEmpty();

        clock.pass(Duration.ofMinutes(15));
        assertThat(take(SIGN_IN, send(SIGN_IN))).isTrue();
        clock.pass(Duration.ofSeconds(1));
        assertThat(send(SIGN_IN)).as("one that was used does not count").isNotBlank();
    }

    @Test
    void ofManyWhoEnterItAtOnceOneComesThrough() throws Exception {
        var code = send(SIGN_IN);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var entering = Stream.<Callable<Boolean>>generate(() -> () -> take(SIGN_IN, code))
                    .limit(16)
                    .toList();

            assertThat(threads.invokeAll(entering).stream()
                            .filter(entered -> entered.resultNow())
                            .count())
                    .isEqualTo(1);
        }
    }

    @Test
    void aTelephoneIsUsedOnceItHasReceivedACode() {
        var mobile = PhoneNumber.parse(
                        "06 12 34 56 %02d".formatted(Math.floorMod(pierre.id().hashCode(), 100)))
                .orElseThrow();
        var another = PhoneNumber.parse("07 44 55 66 77").orElseThrow();
        mobiles.ask(pierre.id(), mobile);
        var code = SentMessages.takeCode(mobile.value()).orElseThrow();

        assertThat(mobiles.confirm(pierre.id(), mobile, other(code))).isFalse();
        assertThat(mobiles.confirm(pierre.id(), another, code))
                .as("another number")
                .isFalse();
        assertThat(mobiles.of(pierre.id())).isEmpty();
        assertThat(mobiles.confirm(pierre.id(), mobile, code)).isTrue();
        assertThat(mobiles.of(pierre.id())).contains(mobile);

        codes.send(pierre.id(), SIGN_IN);
        assertThat(SentMessages.takeCode(mobile.value())).isPresent();
        assertThat(mobiles.forget(pierre.id())).isTrue();
        assertThat(mobiles.forget(pierre.id())).isFalse();
    }

    private String send(CodeRequest request) {
        codes.send(pierre.id(), request);
        return SentMessages.takeCode(pierre.email()).orElseThrow();
    }

    private boolean take(CodeRequest request, String code) {
        return codes.take(pierre.id(), request, code);
    }

    private static String other(String code) {
        return "%06d".formatted((Integer.parseInt(code) + 1) % 1_000_000);
    }
}
