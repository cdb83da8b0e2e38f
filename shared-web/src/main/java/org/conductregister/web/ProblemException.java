package org.conductregister.web;

/**
 * Thrown to answer a request with a {@link Problem}. It is an expected answer: it has no stack trace and is not logged.
 */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(problem.code() + ": " + problem.detail(), null, false, false);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
