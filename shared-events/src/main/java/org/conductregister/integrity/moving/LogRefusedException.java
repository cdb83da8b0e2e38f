package org.conductregister.integrity.moving;

/** Thrown for a log that is not taken in. Nothing of it was recorded. */
public final class LogRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String code;
    private final String sentence;

    public LogRefusedException(String code, String sentence) {
        super(code + ": " + sentence);
        this.code = code;
        this.sentence = sentence;
    }

    /** Returns a stable word that programs may rely on. */
    public String code() {
        return code;
    }

    /** Returns the reason for a person. */
    public String sentence() {
        return sentence;
    }
}
