package fr.guichet.identity.factors;

import fr.guichet.identity.SecurityMessage.Channel;
import fr.guichet.identity.SecurityMessage.Recipient;
import fr.guichet.shared.AccountId;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where an account's messages go. */
@Component
public class Recipients {

    private final JdbcClient jdbc;

    Recipients(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Where this account wants its codes. */
    public Optional<Recipient> ofCodes(AccountId account) {
        return find(account, "codes_by", "case codes_by when 'TEXT' then mobile else email end");
    }

    /** Where this account hears what concerns it: always by e-mail, which a stolen telephone does not show. */
    public Optional<Recipient> ofNotices(AccountId account) {
        return find(account, "'EMAIL'", "email");
    }

    private Optional<Recipient> find(AccountId account, String channel, String address) {
        return jdbc.sql(
                        "select display_name, language, %s as channel, %s as address from identity.accounts where id = ?"
                                .formatted(channel, address))
                .param(account.value())
                .query((row, number) -> new Recipient(
                        account,
                        row.getString("display_name"),
                        row.getString("language"),
                        Channel.valueOf(row.getString("channel")),
                        row.getString("address")))
                .optional();
    }
}
