package fr.guichet.platform.web.edge;

import fr.guichet.platform.web.Problems;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells whoever has found a weakness whom to tell (RFC 9116). Without a contact there is no such file. */
@RestController
@EnableConfigurationProperties(SecurityContact.class)
class SecurityText {

    /** Made anew with each answer: it goes stale when it was copied, not while this bank serves it. */
    private static final Duration HOLDS = Duration.ofDays(30);

    private final SecurityContact who;
    private final Clock clock;

    SecurityText(SecurityContact who, Clock clock) {
        this.who = who;
        this.clock = clock;
    }

    @GetMapping(path = "/.well-known/security.txt", produces = "text/plain;charset=UTF-8")
    String securityText() {
        if (who.contact().isEmpty()) {
            throw Problems.notFound().exception();
        }
        var lines = new ArrayList<String>();
        who.contact().forEach(way -> lines.add("Contact: " + way));
        lines.add("Expires: " + clock.instant().plus(HOLDS).truncatedTo(ChronoUnit.SECONDS));
        lines.add("Preferred-Languages: fr, en");
        if (who.policy() != null) {
            lines.add("Policy: " + who.policy());
        }
        return String.join("\n", lines) + "\n";
    }
}
