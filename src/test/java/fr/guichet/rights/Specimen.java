package fr.guichet.rights;

/**
 * A valid request for one operation, whoever sends it, on whosever data.
 *
 * @param operation its name in the OpenAPI document
 * @param kind what the subject means to it
 * @param request makes the request, and the things that it is about, new each time
 */
record Specimen(String operation, Kind kind, Request request) {

    /** What the subject means to an operation. */
    enum Kind {
        /** It is done to a thing of the subject's: whose right does not reach that is refused. */
        THING,
        /** It lists what the caller may see, of whomever: the subject's thing is in it or not. */
        LIST,
        /** It is the same for all: whoever may do it at all may. */
        SAME,
        /** The same, and it changes the session it is done in. */
        SESSION
    }

    @FunctionalInterface
    interface Request {
        Ask of(Scene scene, Subject subject, Caller caller);
    }
}
