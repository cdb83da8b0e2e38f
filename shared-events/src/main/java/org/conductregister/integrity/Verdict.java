package org.conductregister.integrity;

/** The end of a verification. */
public sealed interface Verdict {

    /** Returns the verdict for a person. */
    String sentence();

    /**
     * All that was sealed is as it was sealed.
     *
     * @param sealed the number of entries that the last head stands for
     * @param after the number of entries after it, of which nothing is proved
     */
    record Whole(long sealed, long after, String sentence) implements Verdict {}

    /**
     * The log is not what was sealed.
     *
     * @param position the first that differs; where it is {@link Alteration#UNLIKE_HEAD}, the first that can
     */
    record Altered(Alteration alteration, long position, String sentence) implements Verdict {}
}
