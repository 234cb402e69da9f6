package fr.guichet.shared;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What became of something that was asked for: done, with what came of it, or refused, with why and nothing written.
 *
 * @param <T> what comes of it
 * @param <R> the refusals of the module that was asked, sealed, so that callers can answer each
 */
public sealed interface Outcome<T, R extends Refusal> {

    /** It was done. */
    record Done<T, R extends Refusal>(T value) implements Outcome<T, R> {}

    /** It was not. */
    record Refused<T, R extends Refusal>(R why) implements Outcome<T, R> {}

    static <T, R extends Refusal> Outcome<T, R> done(T value) {
        return new Done<>(value);
    }

    static <T, R extends Refusal> Outcome<T, R> refused(R why) {
        return new Refused<>(why);
    }

    /** Does the work unless something speaks against it. */
    static <T, R extends Refusal> Outcome<T, R> unless(Optional<? extends R> refusal, Supplier<Outcome<T, R>> work) {
        return refusal.isPresent() ? new Refused<>(refusal.get()) : work.get();
    }

    /** The same with another result; a refusal stays as it is. */
    default <U> Outcome<U, R> map(Function<? super T, ? extends U> change) {
        return switch (this) {
            case Done<T, R>(var value) -> new Done<>(change.apply(value));
            case Refused<T, R>(var why) -> new Refused<>(why);
        };
    }

    /** What came of it, for callers to whom a refusal would be a mistake of their own: IllegalStateException. */
    default T orThrow() {
        return switch (this) {
            case Done<T, R>(var value) -> value;
            case Refused<T, R>(var why) -> throw new IllegalStateException("Refused: " + why);
        };
    }
}
