package fr.guichet.branches.domain;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Brings phone numbers as people write them into one form: {@code +33123456789}, or the four digits of a short number. */
public final class PhoneNumbers {

    private static final Pattern DECORATION = Pattern.compile("[\\s\\u00A0\\u202F.\\-/()]+");
    private static final Pattern OPTIONAL_ZERO = Pattern.compile("\\(0\\)");
    private static final Pattern SHORT = Pattern.compile("3\\d{3}|1\\d{1,3}");
    private static final Pattern DOMESTIC = Pattern.compile("0[1-9]\\d{8}");
    private static final Pattern INTERNATIONAL = Pattern.compile("\\+[1-9]\\d{6,14}");
    private static final Pattern FRENCH = Pattern.compile("\\+33[1-9]\\d{8}");

    /** Overseas numbers keep their country code of their own; the domestic form tells by its first digits. */
    private static final Map<String, String> OVERSEAS = Map.ofEntries(
            Map.entry("0590", "+590"),
            Map.entry("0690", "+590"),
            Map.entry("0691", "+590"),
            Map.entry("0594", "+594"),
            Map.entry("0694", "+594"),
            Map.entry("0596", "+596"),
            Map.entry("0696", "+596"),
            Map.entry("0697", "+596"),
            Map.entry("0262", "+262"),
            Map.entry("0263", "+262"),
            Map.entry("0269", "+262"),
            Map.entry("0639", "+262"),
            Map.entry("0692", "+262"),
            Map.entry("0693", "+262"),
            Map.entry("0508", "+508"));

    private PhoneNumbers() {}

    /** Empty if nobody could dial it. */
    public static Optional<String> normalized(String written) {
        var international = written.strip().startsWith("+") || written.strip().startsWith("00");
        var bare = DECORATION
                .matcher(international ? OPTIONAL_ZERO.matcher(written).replaceAll("") : written)
                .replaceAll("");
        if (SHORT.matcher(bare).matches()) {
            return Optional.of(bare);
        }
        if (DOMESTIC.matcher(bare).matches()) {
            return Optional.of(OVERSEAS.getOrDefault(bare.substring(0, 4), "+33") + bare.substring(1));
        }
        var dialled = bare.startsWith("00") ? "+" + bare.substring(2) : bare;
        // +33 01 23 45 67 89 carries a zero too many.
        var number = dialled.startsWith("+330") ? "+33" + dialled.substring(4) : dialled;
        return INTERNATIONAL.matcher(number).matches()
                        && (!number.startsWith("+33") || FRENCH.matcher(number).matches())
                ? Optional.of(number)
                : Optional.empty();
    }
}
