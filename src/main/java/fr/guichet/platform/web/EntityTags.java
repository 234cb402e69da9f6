package fr.guichet.platform.web;

/** Entity tags of things that have a version: {@code "7"} for version 7 (RFC 9110, strong comparison). */
public final class EntityTags {

    private EntityTags() {}

    public static String of(long version) {
        return "\"" + version + "\"";
    }
}
