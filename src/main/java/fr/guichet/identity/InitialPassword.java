package fr.guichet.identity;

/** What a new account signs in with. */
public sealed interface InitialPassword {

    /** No password: the account cannot sign in until it is given one. */
    record None() implements InitialPassword {}

    /** A password as its owner types it; the policy judges it and it is hashed. */
    record Plain(CharSequence text) implements InitialPassword {
        @Override
        public String toString() {
            return "Plain[…]";
        }
    }

    /** A hash made by {@link Accounts#encode}, so that many accounts can be opened without hashing for each. */
    record Encoded(String hash) implements InitialPassword {
        @Override
        public String toString() {
            return "Encoded[…]";
        }
    }
}
