package fr.guichet.shared;

import java.util.List;

/** The languages Guichet speaks, as ISO 639 codes. */
public final class Languages {

    public static final String FRENCH = "fr";
    public static final String ENGLISH = "en";

    /** The first is the one spoken when nothing else is known. */
    public static final List<String> SPOKEN = List.of(FRENCH, ENGLISH);

    private Languages() {}

    public static boolean speaks(String language) {
        return SPOKEN.contains(language);
    }

    /**
     * Gives the language back.
     *
     * @throws IllegalArgumentException when Guichet does not speak it
     */
    public static String required(String language) {
        if (!speaks(language)) {
            throw new IllegalArgumentException("Not a language spoken here: " + language.length() + " characters");
        }
        return language;
    }
}
