package fr.guichet.identity.signon;

import fr.guichet.identity.signin.OneTimeToken;
import java.time.Instant;
import java.util.UUID;
import org.springframework.security.core.Authentication;

/** What follows from what the bank's sign-on says of somebody. */
public sealed interface SignOnOutcome {

    /**
     * It was strong: the person is signed in.
     *
     * @param session the session at the provider that this comes from
     */
    record SignedIn(Authentication proven, UUID session) implements SignOnOutcome {}

    /**
     * It was not strong: a code is asked for next.
     *
     * @param code what the second step goes on from
     * @param session what the browser holds of the session at the provider until then
     */
    record CodeAwaited(OneTimeToken code, OneTimeToken session) implements SignOnOutcome {}

    /**
     * Nobody here is linked to this person: whoever signs in as well may link the two.
     *
     * @param session what the browser holds of the session at the provider until then
     */
    record OwnerAwaited(OneTimeToken session) implements SignOnOutcome {}

    /** Whoever is signed in proved anew, strongly, that it is still the same person. */
    record Confirmed(Instant at) implements SignOnOutcome {}

    record Refused(SignOnRefusal why) implements SignOnOutcome {}
}
