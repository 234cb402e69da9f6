package fr.guichet.identity.signon;

import fr.guichet.shared.AccountId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A session at the provider that is over.
 *
 * @param id the number that our sessions know it by
 * @param account whose it was; null when nobody had signed in with it yet
 */
public record EndedSignOn(UUID id, @Nullable AccountId account) {}
