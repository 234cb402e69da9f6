package fr.guichet.platform.web;

import java.util.List;

/** Names the browser and the system that a user agent tells of, as a person would. */
public final class Devices {

    private record Sign(String token, String name) {}

    /** The more special first: each of them also calls itself by the names that follow. */
    private static final List<Sign> BROWSERS = List.of(
            new Sign("Edg", "Edge"),
            new Sign("OPR/", "Opera"),
            new Sign("SamsungBrowser", "Samsung Internet"),
            new Sign("FxiOS", "Firefox"),
            new Sign("Firefox/", "Firefox"),
            new Sign("CriOS", "Chrome"),
            new Sign("Chrome/", "Chrome"),
            new Sign("Safari/", "Safari"));

    private static final List<Sign> SYSTEMS = List.of(
            new Sign("Android", "Android"),
            new Sign("iPhone", "iPhone"),
            new Sign("iPad", "iPad"),
            new Sign("Windows", "Windows"),
            new Sign("Mac OS X", "macOS"),
            new Sign("CrOS", "ChromeOS"),
            new Sign("Linux", "Linux"));

    private static final int LONGEST = 100;

    private Devices() {}

    /** Such as "Firefox, Linux"; what is no browser that we know is left as it is, up to 100 characters. */
    public static String words(String userAgent) {
        var browser = name(BROWSERS, userAgent);
        var system = name(SYSTEMS, userAgent);
        if (browser.isEmpty()) {
            return userAgent.length() <= LONGEST ? userAgent : userAgent.substring(0, LONGEST);
        }
        return system.isEmpty() ? browser : browser + ", " + system;
    }

    private static String name(List<Sign> signs, String userAgent) {
        return signs.stream()
                .filter(sign -> userAgent.contains(sign.token))
                .map(Sign::name)
                .findFirst()
                .orElse("");
    }
}
