package fr.guichet.platform.web;

/** Carries a problem out of a controller. It is an answer, not a failure: it has no stack trace and is not logged as an error. */
public final class ProblemException extends RuntimeException {

    private final transient Problem problem;

    ProblemException(Problem problem) {
        super(problem.name(), null, false, false);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
