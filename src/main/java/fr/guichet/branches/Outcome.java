package fr.guichet.branches;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** What became of something asked of this module: done, with what came of it, or refused, with why. */
public sealed interface Outcome<T> {

    record Done<T>(T value) implements Outcome<T> {}

    record Refused<T>(BranchRefusal refusal) implements Outcome<T> {}

    static <T> Outcome<T> done(T value) {
        return new Done<>(value);
    }

    static <T> Outcome<T> refused(BranchRefusal refusal) {
        return new Refused<>(refusal);
    }

    /** Does the work unless something speaks against it. */
    static <T> Outcome<T> unless(Optional<? extends BranchRefusal> refusal, Supplier<Outcome<T>> work) {
        return refusal.isPresent() ? new Refused<>(refusal.get()) : work.get();
    }

    default <R> Outcome<R> map(Function<? super T, ? extends R> change) {
        return switch (this) {
            case Done<T>(var value) -> new Done<>(change.apply(value));
            case Refused<T>(var refusal) -> new Refused<>(refusal);
        };
    }

    /** What came of it, for callers who have made sure that it cannot be refused; IllegalStateException otherwise. */
    default T get() {
        return switch (this) {
            case Done<T>(var value) -> value;
            case Refused<T>(var refusal) -> throw new IllegalStateException("Refused: " + refusal);
        };
    }
}
