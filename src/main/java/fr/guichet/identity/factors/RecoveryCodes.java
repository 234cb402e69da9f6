package fr.guichet.identity.factors;

import fr.guichet.platform.database.Transactions;
import fr.guichet.shared.AccountId;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Codes on a sheet of paper, for the day the phone is lost. Each works once. */
@Component
public class RecoveryCodes {

    private static final int COUNT = 10;
    static final String PURPOSE = "recovery";

    private final JdbcClient jdbc;
    private final CodeMacs macs;
    private final Transactions transactions;
    private final Clock clock;

    RecoveryCodes(JdbcClient jdbc, CodeMacs macs, Transactions transactions, Clock clock) {
        this.jdbc = jdbc;
        this.macs = macs;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Makes a new sheet; the codes of the old one stop working.
     *
     * @return ten codes, as they are to be shown once and never again
     */
    public List<String> issue(AccountId account) {
        var codes = Stream.generate(CodeText::recovery).distinct().limit(COUNT).toList();
        return transactions.call(() -> {
            jdbc.sql("delete from identity.recovery_codes where account_id = ?")
                    .param(account.value())
                    .update();
            for (var code : codes) {
                jdbc.sql("insert into identity.recovery_codes (account_id, mac, issued_at) values (?, ?, ?)")
                        .param(account.value())
                        .param(macs.of(PURPOSE, account, CodeText.plain(code)))
                        .param(clock.instant().atOffset(ZoneOffset.UTC))
                        .update();
            }
            return codes;
        });
    }

    /** How many codes of the sheet still work; zero when there is none. */
    public int left(AccountId account) {
        return jdbc.sql("select count(*) from identity.recovery_codes where account_id = ? and used_at is null")
                .param(account.value())
                .query(Integer.class)
                .single();
    }

    /** Uses the code up, if it is one. Of two who enter it at once, one comes through. */
    boolean take(AccountId account, String code) {
        return unused(account).stream()
                .filter(mac -> macs.matches(mac, PURPOSE, account, code))
                .anyMatch(mac -> useUp(account, mac));
    }

    private List<byte[]> unused(AccountId account) {
        return jdbc.sql("select mac from identity.recovery_codes where account_id = ? and used_at is null")
                .param(account.value())
                .query((row, number) -> row.getBytes("mac"))
                .list();
    }

    private boolean useUp(AccountId account, byte[] mac) {
        return jdbc.sql(
                                "update identity.recovery_codes set used_at = ? where account_id = ? and mac = ? and used_at is null")
                        .param(clock.instant().atOffset(ZoneOffset.UTC))
                        .param(account.value())
                        .param(mac)
                        .update()
                == 1;
    }
}
