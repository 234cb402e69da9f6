package fr.guichet.shared;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A telephone number that exists in its country's numbering plan.
 *
 * @param value in E.164, such as {@code +33612345678}
 */
public record PhoneNumber(String value) {

    private static final int LONGEST_TYPED = 40;
    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{4,14}");
    private static final Pattern TYPED = Pattern.compile("[+0-9 ()./\\-\\u00a0\\u2011\\u202f]+");

    /** How a number without a country is read: as one dials it in France, where ten digits also reach five overseas plans. */
    private static final List<String> REGIONS = List.of("RE", "GP", "MQ", "GF", "YT", "FR");

    /**
     * Takes a number that {@link #parse} gave, perhaps years ago: whether it still exists is not asked again.
     *
     * @throws IllegalArgumentException for anything but E.164
     */
    public PhoneNumber {
        if (!E164.matcher(value).matches()) {
            // The text stays out of the message: it would end in a log.
            throw new IllegalArgumentException("Not a telephone number");
        }
    }

    /** Reads what a person typed; empty when nobody could be called there. */
    public static Optional<PhoneNumber> parse(String typed) {
        if (typed.length() > LONGEST_TYPED || !TYPED.matcher(typed).matches()) {
            return Optional.empty();
        }
        return REGIONS.stream()
                .flatMap(region -> read(typed, region).stream())
                .findFirst()
                .map(PhoneNumber::new);
    }

    /** The digits one dials inside the number's own country: {@code 0612345678}. */
    public String nationalDigits() {
        return number(value, "ZZ")
                .map(number -> plan().format(number, PhoneNumberFormat.NATIONAL).replaceAll("[^0-9]", ""))
                .orElseGet(() -> value.substring(1));
    }

    private static Optional<String> read(String text, String region) {
        return number(text, region)
                .filter(number -> plan().isValidNumber(number))
                .map(number -> plan().format(number, PhoneNumberFormat.E164));
    }

    private static Optional<Phonenumber.PhoneNumber> number(String text, String region) {
        try {
            var number = plan().parse(text, region);
            return number.hasExtension() ? Optional.empty() : Optional.of(number);
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    private static PhoneNumberUtil plan() {
        return PhoneNumberUtil.getInstance();
    }

    /** Says nothing, so that a number never reaches a log by accident. */
    @Override
    public String toString() {
        return "PhoneNumber[…]";
    }
}
