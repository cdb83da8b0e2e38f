package org.conductregister.query.statistics.dimension;

/** The words that stand for a value that is not there. */
public final class NoValue {

    /** Nothing of the kind has happened. */
    public static final String NONE = "NONE";

    /** It is not stated. */
    public static final String UNKNOWN = "UNKNOWN";

    /** The value of a hidden feature: no code and no word is spelt so. */
    public static final String ABSENT = "";

    private NoValue() {}
}
