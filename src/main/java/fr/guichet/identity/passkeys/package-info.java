/** Passkeys (WebAuthn): a key on the person's own device that asks for a finger, a face or a PIN, and so stands for two factors. */
@NullMarked
package fr.guichet.identity.passkeys;

import org.jspecify.annotations.NullMarked;
