package fr.guichet.identity;

import fr.guichet.shared.AccountId;
import fr.guichet.shared.Actor;

/**
 * An account as other modules may see it.
 *
 * @param email where this person signs in and is written to; never log it
 * @param displayName how others see this person
 * @param language ISO 639 code of a language Guichet speaks
 * @param sessionVersion sessions opened under another value have ended
 */
public record AccountView(
        AccountId id,
        String email,
        String displayName,
        String language,
        AccountStatus status,
        Grants grants,
        long sessionVersion) {

    public boolean isActive() {
        return status == AccountStatus.ACTIVE;
    }

    public Actor actor() {
        return grants.actor(id);
    }

    /** Names no one. */
    @Override
    public String toString() {
        return "AccountView[" + id + ", " + status + "]";
    }
}
