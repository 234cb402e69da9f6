package fr.guichet.platform.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Where a list goes on: the sort keys of the last row shown, wrapped so that nobody is tempted to build one. A cursor is not a
 * secret and not a right: what it points at is checked like any other input.
 */
public final class Cursors {

    private static final char SEPARATOR = '\u001f';
    private static final int LONGEST = 1_000;

    private Cursors() {}

    /** A cursor of the keys' text forms (UUID, Instant, number, text), which {@link #read} takes apart in the same order. */
    public static String of(Object... keys) {
        var joined = Arrays.stream(keys).map(Object::toString).collect(Collectors.joining(String.valueOf(SEPARATOR)));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(joined.getBytes(UTF_8));
    }

    /**
     * Takes a cursor apart. One that we did not make ends the request with 400 {@code /problems/malformed-request}.
     *
     * @param build asks the keys for its parts by position and type; all of them are looked at as text first
     */
    public static <P> P read(String cursor, Function<Keys, P> build) {
        try {
            if (cursor.length() > LONGEST) {
                throw new IllegalArgumentException("too long");
            }
            var text = UTF_8.newDecoder()
                    .decode(ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor)))
                    .toString();
            if (text.indexOf('\0') >= 0) {
                throw new IllegalArgumentException("not text");
            }
            return build.apply(new Keys(List.of(text.split(String.valueOf(SEPARATOR), -1))));
        } catch (IllegalArgumentException
                | IndexOutOfBoundsException
                | DateTimeException
                | CharacterCodingException e) {
            throw Problems.malformed(new InvalidField("cursor", "invalid.cursor"))
                    .exception();
        }
    }

    /** The keys inside a cursor, by position from 0. */
    public record Keys(List<String> values) {

        public String text(int position) {
            return values.get(position);
        }

        public UUID uuid(int position) {
            return UUID.fromString(values.get(position));
        }

        public long number(int position) {
            return Long.parseLong(values.get(position));
        }

        /** A decimal number such as a distance; never infinite or not a number. */
        public double decimal(int position) {
            var value = Double.parseDouble(values.get(position));
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("not a finite number");
            }
            return value;
        }

        /** An instant between the years 1900 and 2200, which the database can hold. */
        public Instant instant(int position) {
            var instant = Instant.parse(values.get(position));
            if (!SaneTime.holds(instant)) {
                throw new IllegalArgumentException("too far away");
            }
            return instant;
        }
    }
}
