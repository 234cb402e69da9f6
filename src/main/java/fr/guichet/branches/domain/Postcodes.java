package fr.guichet.branches.domain;

import java.util.regex.Pattern;

/** The postcodes of France and its overseas territories. */
public final class Postcodes {

    private static final Pattern POSTCODE = Pattern.compile("(?:0[1-9]|[1-8]\\d|9[0-578])\\d{3}");
    private static final Pattern DIGITS_APART = Pattern.compile("(?i:F-?)?(\\d[\\d\\s\\u00A0]*\\d)");

    private Postcodes() {}

    /** Whether there is a department, or territory, for these five digits. */
    public static boolean isPostcode(String digits) {
        return POSTCODE.matcher(digits).matches();
    }

    /** {@code 69 002} and {@code F-69002} in plain digits; anything else as it is. */
    public static String digits(String written) {
        var apart = DIGITS_APART.matcher(written);
        return apart.matches() ? apart.group(1).replaceAll("[\\s\\u00A0]", "") : written;
    }
}
