package fr.guichet.identity.factors;

import fr.guichet.identity.SecurityMessage.Channel;
import fr.guichet.identity.SecurityMessage.Recipient;
import fr.guichet.platform.database.Transactions;
import fr.guichet.shared.AccountId;
import fr.guichet.shared.PhoneNumber;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The telephone that an account wants its codes sent to. It counts once a code that was sent there has come back. */
@Component
public class Mobiles {

    private final JdbcClient jdbc;
    private final MessageCodes messages;
    private final Recipients recipients;
    private final Transactions transactions;

    Mobiles(JdbcClient jdbc, MessageCodes messages, Recipients recipients, Transactions transactions) {
        this.jdbc = jdbc;
        this.messages = messages;
        this.recipients = recipients;
        this.transactions = transactions;
    }

    /** The telephone that codes are sent to; empty when they go by e-mail. */
    public Optional<PhoneNumber> of(AccountId account) {
        return jdbc.sql("select mobile from identity.accounts where id = ? and codes_by = 'TEXT'")
                .param(account.value())
                .query((row, number) -> new PhoneNumber(row.getString("mobile")))
                .optional();
    }

    /** Sends a code there, to see whether it arrives. */
    public void ask(AccountId account, PhoneNumber mobile) {
        transactions.call(() -> {
            recipients
                    .ofNotices(account)
                    .ifPresent(to -> messages.send(
                            new Recipient(account, to.displayName(), to.language(), Channel.TEXT, mobile.value()),
                            CodeRequest.mobile(mobile)));
            return true;
        });
    }

    /** Has codes sent there from now on, if the code is the one that was. */
    public boolean confirm(AccountId account, PhoneNumber mobile, CharSequence code) {
        return transactions.call(() -> messages.take(account, CodeRequest.mobile(mobile), CodeText.plain(code))
                && set(account, mobile.value(), "TEXT"));
    }

    /** Has codes sent by e-mail again. */
    public boolean forget(AccountId account) {
        return of(account).isPresent() && set(account, null, "EMAIL");
    }

    private boolean set(AccountId account, @Nullable String mobile, String channel) {
        return jdbc.sql("update identity.accounts set mobile = ?, codes_by = ? where id = ?")
                        .param(mobile)
                        .param(channel)
                        .param(account.value())
                        .update()
                == 1;
    }
}
