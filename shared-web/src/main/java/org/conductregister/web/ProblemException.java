package org.conductregister.web;

/** Carries a {@link Problem} to the edge. It is an answer, not a fault: no stack trace is taken, and nothing is logged. */
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
