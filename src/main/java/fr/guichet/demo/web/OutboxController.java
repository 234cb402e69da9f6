package fr.guichet.demo.web;

import fr.guichet.demo.Outbox;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The messages of the small bank, for whoever tries Guichet out. Where another bank lives there are none. */
@RestController
@RequestMapping("/api/demo/outbox")
class OutboxController {

    private final Outbox outbox;

    OutboxController(Outbox outbox) {
        this.outbox = outbox;
    }

    /** What would have been sent, newest first, the last two hundred. */
    @GetMapping
    DemoOutbox listDemoMessages() {
        return new DemoOutbox(outbox.newest().stream().map(DemoMessage::of).toList());
    }

    record DemoOutbox(List<DemoMessage> items) {}

    /**
     * A message that was not sent.
     *
     * @param to an e-mail address or a telephone number
     */
    record DemoMessage(
            UUID id,
            OffsetDateTime sentAt,
            @Schema(allowableValues = {"EMAIL", "TEXT"}) String channel,
            String to,
            String subject,
            String body) {

        static DemoMessage of(Outbox.Sent sent) {
            return new DemoMessage(sent.id(), sent.sentAt(), sent.channel(), sent.to(), sent.subject(), sent.body());
        }
    }
}
