package org.conductregister.query.statistics.admission;

/** Thrown where a large question finds no place. It is an expected answer: it has no stack trace. */
public final class TooManyQuestionsException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Whose questions take the places. */
    enum Whose {
        /** The questions of whoever asks. */
        OF_ONE,
        /** The questions of all. */
        OF_ALL
    }

    private final Whose whose;

    TooManyQuestionsException(Whose whose) {
        super("There is no place for another large question", null, false, false);
        this.whose = whose;
    }

    Whose whose() {
        return whose;
    }
}
