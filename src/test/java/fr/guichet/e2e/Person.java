package fr.guichet.e2e;

import fr.guichet.shared.Actor.CustomerActor;

/** A customer with an account of his own, whom no other journey knows. */
record Person(CustomerActor actor, String name, String email) {}
