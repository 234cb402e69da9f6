package fr.guichet.appointments;

import java.util.function.Function;

/** What came of something that was asked for: done, with the result, or refused, with the reason and nothing written. */
public sealed interface Outcome<T> {

    /** It was done. */
    record Done<T>(T value) implements Outcome<T> {}

    /** It was not. */
    record Refused<T>(AppointmentRefusal why) implements Outcome<T> {}

    static <T> Outcome<T> done(T value) {
        return new Done<>(value);
    }

    static <T> Outcome<T> refused(AppointmentRefusal why) {
        return new Refused<>(why);
    }

    /** The same with another result; a refusal stays as it is. */
    default <U> Outcome<U> map(Function<T, U> change) {
        return switch (this) {
            case Done<T>(var value) -> done(change.apply(value));
            case Refused<T>(var why) -> refused(why);
        };
    }
}
