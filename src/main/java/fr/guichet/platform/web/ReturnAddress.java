package fr.guichet.platform.web;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A page of the app to come back to, as an address in a link or a parameter names it. Whoever made the link must not be able to send
 * people to another site with it: only a plain path of this app counts, and what is doubtful is no address at all.
 *
 * @param path begins with exactly one slash; may have a query and a fragment
 */
public record ReturnAddress(String path) {

    private static final int LONGEST = 2000;

    /** What RFC 3986 lets an address consist of, percent signs only in front of two digits. */
    private static final Pattern PLAIN = Pattern.compile("/(?:[A-Za-z0-9._~!$&'()*+,;=:@/?#\\[\\]-]|%[0-9A-Fa-f]{2})*");

    /** Slashes, backslashes and control characters, which some program on the way might decode and then read differently. */
    private static final Pattern DISGUISED = Pattern.compile("(?i).*%(?:2f|5c|[01][0-9a-f]|7f|25).*");

    /** Two slashes, and steps up or nowhere, which are taken out and can leave two slashes behind. */
    private static final Pattern CROOKED = Pattern.compile("(?i).*/(?:/|(?:\\.|%2e){1,2}(?:/|$)).*");

    /** Not pages: operations, and the way in itself, which would lead round in a circle. */
    private static final Pattern NO_PAGE = Pattern.compile("(?i)/(?:api|actuator|connexion)(?:[/?#].*)?");

    public ReturnAddress {
        if (!isOurs(path)) {
            throw new IllegalArgumentException("Not a page of this app");
        }
    }

    /** Empty when there is none, or it is anything but a plain path of this app. */
    public static Optional<ReturnAddress> parse(@Nullable String text) {
        return text != null && isOurs(text) ? Optional.of(new ReturnAddress(text)) : Optional.empty();
    }

    private static boolean isOurs(String text) {
        if (text.length() > LONGEST || !PLAIN.matcher(text).matches()) {
            return false;
        }
        var path = text.split("[?#]", 2)[0];
        return !DISGUISED.matcher(path).matches()
                && !CROOKED.matcher(path).matches()
                && !NO_PAGE.matcher(text).matches()
                && isRelative(text);
    }

    private static boolean isRelative(String text) {
        try {
            var address = new URI(text);
            return !address.isAbsolute() && address.getRawAuthority() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
