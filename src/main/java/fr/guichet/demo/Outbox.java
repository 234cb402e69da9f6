package fr.guichet.demo;

import fr.guichet.identity.SecurityMessage;
import fr.guichet.identity.SecurityMessageText;
import fr.guichet.identity.SecurityMessages;
import fr.guichet.shared.TimeOrderedIds;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where the small bank's messages land, to be read on a page: nobody has these addresses. Does nothing for any other bank. */
@Component
public class Outbox implements SecurityMessages {

    private static final int SHOWN = 200;
    private static final Duration KEPT_FOR = Duration.ofDays(7);

    private final SmallBank bank;
    private final SecurityMessageText texts;
    private final JdbcClient jdbc;
    private final Clock clock;

    Outbox(SmallBank bank, SecurityMessageText texts, JdbcClient jdbc, Clock clock) {
        this.bank = bank;
        this.texts = texts;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A message as its recipient would have got it. */
    public record Sent(UUID id, OffsetDateTime sentAt, String channel, String to, String subject, String body) {}

    @Override
    public boolean send(SecurityMessage message) {
        if (!bank.isOpen()) {
            return false;
        }
        var text = texts.of(message);
        jdbc.sql("""
                insert into demo.outbox (id, sent_at, channel, recipient, subject, body)
                values (:id, :now, :channel, :to, :subject, :body)
                """)
                .param("id", TimeOrderedIds.next())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("channel", message.to().channel().name())
                .param("to", message.to().address())
                .param("subject", text.subject())
                .param("body", text.body())
                .update();
        jdbc.sql("delete from demo.outbox where sent_at < ?")
                .param(clock.instant().minus(KEPT_FOR).atOffset(ZoneOffset.UTC))
                .update();
        return true;
    }

    @Override
    public @Nullable String page() {
        return bank.isOpen() ? "/demo/messages" : null;
    }

    /** The last ones, newest first. */
    public List<Sent> newest() {
        return jdbc.sql("""
                        select id, sent_at, channel, recipient, subject, body
                          from demo.outbox order by sent_at desc, id desc limit ?
                        """)
                .param(SHOWN)
                .query((row, number) -> new Sent(
                        row.getObject("id", UUID.class),
                        row.getObject("sent_at", OffsetDateTime.class),
                        row.getString("channel"),
                        row.getString("recipient"),
                        row.getString("subject"),
                        row.getString("body")))
                .list();
    }
}
