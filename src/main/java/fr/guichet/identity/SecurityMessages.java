package fr.guichet.identity;

import org.jspecify.annotations.Nullable;

/**
 * Carries what sign-in has to tell a person outside the app: codes, links, notices. Identity calls every bean of this type, in the
 * transaction that made the message true, so that whoever keeps it in a table of his own loses none and sends none too many. What
 * fails later is for the carrier to try again; nothing that is done here may wait for a gateway.
 */
public interface SecurityMessages {

    /**
     * Takes the message over.
     *
     * @return whether this carrier will see to it; false when it is not in use
     */
    boolean send(SecurityMessage message);

    /** The page of the app where everyone may read what this carrier took over, to try Guichet out; null for a real one. */
    default @Nullable String page() {
        return null;
    }
}
