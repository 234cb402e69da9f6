package fr.guichet.platform.web;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Entity tags of things that have a version: {@code "7"} for version 7 (RFC 9110, strong comparison). */
public final class EntityTags {

    private static final Pattern TAG = Pattern.compile("\"(\\d{1,18})\"");

    private EntityTags() {}

    public static String of(long version) {
        return "\"" + version + "\"";
    }

    /**
     * The version that the caller has seen and wants to change, from {@code If-Match}. Declare the header as not required:
     * without it the request ends with 428 {@code /problems/precondition-required}, and with 400 if it is not a tag of ours.
     */
    public static long required(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw Problem.of(HttpStatus.PRECONDITION_REQUIRED, "precondition-required")
                    .exception();
        }
        var tag = TAG.matcher(ifMatch.strip());
        if (!tag.matches()) {
            throw Problems.malformed(new InvalidField("If-Match", "invalid.entity-tag"))
                    .exception();
        }
        return Long.parseLong(tag.group(1));
    }
}
