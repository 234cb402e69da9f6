package fr.guichet.identity.factors;

import fr.guichet.identity.SecurityMessage;
import fr.guichet.identity.SecurityMessages;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Hands messages to whoever carries them. */
@Component
public class Messenger {

    private static final Logger LOG = LoggerFactory.getLogger(Messenger.class);

    private final ObjectProvider<SecurityMessages> carriers;

    Messenger(ObjectProvider<SecurityMessages> carriers) {
        this.carriers = carriers;
    }

    /** In the caller's transaction: the message goes if that is committed. */
    public void send(SecurityMessage message) {
        if (accepted(message).isEmpty()) {
            LOG.warn(
                    "Nobody carries messages here: a {} was not sent",
                    message.getClass().getSimpleName());
        }
    }

    /** Where messages can be read that go nowhere, in a demonstration. */
    public Optional<String> page() {
        return carriers.stream()
                .map(SecurityMessages::page)
                .filter(Objects::nonNull)
                .findFirst();
    }

    private List<SecurityMessages> accepted(SecurityMessage message) {
        return carriers.stream().filter(carrier -> carrier.send(message)).toList();
    }
}
