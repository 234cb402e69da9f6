package fr.guichet.identity.sessions;

import java.time.Instant;
import java.util.UUID;

/**
 * What is known of a session besides whose it is. Kept in the session itself.
 *
 * @param id by which its owner may name it; the session's own identifier is a secret
 * @param device in words, such as "Firefox, Windows"; empty when the browser does not say
 * @param address from which it was last used
 */
public record SessionFacts(UUID id, String device, String address, Instant beganAt) {

    /** Under which name it lies in the session. */
    public static final String ATTRIBUTE = "guichet.facts";

    /** The same, last used from another address. */
    public SessionFacts from(String newAddress) {
        return new SessionFacts(id, device, newAddress, beganAt);
    }
}
