package fr.guichet.platform.events;

import java.util.UUID;

/** What the tests publish: a sealed family, to see that a listener may take all of it. */
sealed interface ProbeEvent {

    UUID id();

    /** Handled well, once. */
    record Calm(UUID id) implements ProbeEvent {}

    /** Its listeners do what {@code behaviour} says. */
    record Moody(UUID id, String behaviour) implements ProbeEvent {}
}
