package fr.guichet.identity.security;

import fr.guichet.identity.PasswordWeakness;

/** What became of the wish for another password. */
public sealed interface PasswordChange {

    /** All sessions have ended, that of the caller too. */
    record Changed() implements PasswordChange {}

    record Weak(PasswordWeakness weakness) implements PasswordChange {}

    /** The current one was not right, or the account is locked after too many tries. */
    record NotProven() implements PasswordChange {}
}
