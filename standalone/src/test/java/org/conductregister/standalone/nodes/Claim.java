package org.conductregister.standalone.nodes;

import java.util.SortedMap;

/**
 * An answer of a node to a question.
 *
 * @param about the case that the question is about; empty where it is about all
 * @param position of the log that the answer says it is of
 * @param knownAt the instant at which, the answer says, the same can be had again for ever
 * @param values by what they are values of
 */
record Claim(
        String node, Question question, String about, long position, String knownAt, SortedMap<String, Long> values) {}
