package fr.guichet.platform.web;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.exc.MismatchedInputException;

/** A value in a JSON body that is well formed and yet cannot be taken, for a reason that has words of its own. */
public final class UnacceptableJson extends MismatchedInputException {

    private final String key;

    /**
     * Says why.
     *
     * @param key of the message: {@code invalid.text}
     */
    public UnacceptableJson(JsonParser parser, String key) {
        super(parser, key);
        this.key = key;
    }

    String key() {
        return key;
    }
}
