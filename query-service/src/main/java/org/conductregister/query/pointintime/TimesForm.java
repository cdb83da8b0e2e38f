package org.conductregister.query.pointintime;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * The two times of a page, for the fragment {@code times} in which a user changes them.
 *
 * @param action the path that the form asks again
 * @param knownAt in the form of an input of date and time; empty for the present state of knowledge
 * @param sentence the two times in words
 * @param kept the other parameters of the address, which stay when the times change
 */
public record TimesForm(
        String action,
        LocalDate asAt,
        String knownAt,
        boolean knownNow,
        String sentence,
        Map<String, List<String>> kept) {}
