package org.conductregister.standalone.nodes;

import java.util.SortedMap;

/**
 * An answer of a node to a question.
 *
 * @param about the record that the question is about; empty where it is about all
 * @param position of the log that the answer says it is of
 * @param values by what they are values of
 */
record Claim(String node, Question question, String about, long position, SortedMap<String, Long> values) {

    /** A question whose answer the fold of the log gives for each position. */
    enum Question {
        /** The number of cases, as {@code total}. */
        CASES,
        /** The number of allegations by {@code status}; no entry where it is 0. */
        ALLEGATIONS,
        /** The state of a case: the number of its entries as {@code version}, and by allegation whether it is pending (1) or closed (0). */
        CASE,
        /** The number of pending allegations as {@code total}, and some of them, as {@code case/allegation}, each with 1. */
        PENDING
    }
}
