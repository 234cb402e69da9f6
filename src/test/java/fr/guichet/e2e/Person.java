package fr.guichet.e2e;

import fr.guichet.shared.CustomerId;

/** A customer with an account of his own, whom no other journey knows. */
record Person(CustomerId id, String firstName, String lastName, String email) {

    String name() {
        return firstName + " " + lastName;
    }
}
