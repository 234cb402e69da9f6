package fr.guichet.platform.jobs;

/** Tells db-scheduler that an attempt failed when whoever throws it has already written to the log what there is to say. */
public abstract class LoggedFailure extends RuntimeException {

    protected LoggedFailure(String message) {
        super(message, null, false, false);
    }
}
