package fr.guichet.shared;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An e-mail address that a mail server would take: a plain local part, and a domain with at least two labels, kept in lower case and
 * in its ASCII form. Two addresses that differ only in case belong to the same person here; {@link #key()} is what to compare.
 *
 * @param value the address as it is written to, at most 254 characters
 */
public record EmailAddress(String value) {

    private static final int LONGEST = 254;
    private static final int LONGEST_LOCAL_PART = 64;

    private static final Pattern LOCAL_PART =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*+");
    private static final Pattern DOMAIN =
            Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern ONLY_DIGITS = Pattern.compile("[0-9]+");

    /**
     * Takes an address in the form that {@link #parse} gives it.
     *
     * @throws IllegalArgumentException for any other text
     */
    public EmailAddress {
        if (!isWellFormed(value)) {
            // The text stays out of the message: it would end in a log.
            throw new IllegalArgumentException("Not an e-mail address");
        }
    }

    /** Reads what a person typed; empty when no mail could reach it. */
    public static Optional<EmailAddress> parse(String typed) {
        var trimmed = typed.strip();
        var at = trimmed.lastIndexOf('@');
        if (at < 1 || trimmed.length() > LONGEST) {
            return Optional.empty();
        }
        var address = trimmed.substring(0, at) + '@' + asciiDomain(trimmed.substring(at + 1));
        return isWellFormed(address) ? Optional.of(new EmailAddress(address)) : Optional.empty();
    }

    /** The same for every way of writing this address in capitals and small letters. */
    public String key() {
        return value.toLowerCase(Locale.ROOT);
    }

    /** Says nothing, so that an address never reaches a log by accident. */
    @Override
    public String toString() {
        return "EmailAddress[…]";
    }

    private static boolean isWellFormed(String value) {
        var at = value.lastIndexOf('@');
        if (at < 1 || at > LONGEST_LOCAL_PART || value.length() > LONGEST) {
            return false;
        }
        var domain = value.substring(at + 1);
        return LOCAL_PART.matcher(value.substring(0, at)).matches()
                && DOMAIN.matcher(domain).matches()
                && !ONLY_DIGITS
                        .matcher(domain.substring(domain.lastIndexOf('.') + 1))
                        .matches();
    }

    private static String asciiDomain(String domain) {
        try {
            return IDN.toASCII(domain).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
