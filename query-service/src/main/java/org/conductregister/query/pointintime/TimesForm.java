package org.conductregister.query.pointintime;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * The two times of a page, for the fragment {@code times} in which a visitor changes them.
 *
 * @param action the path that the form asks again
 * @param knownAt as an input of date and time has it; empty where all that is known by now is shown
 * @param sentence what is shown, in words
 * @param kept what else stands in the address, and stays when the times change
 */
public record TimesForm(
        String action,
        LocalDate asAt,
        String knownAt,
        boolean knownNow,
        String sentence,
        Map<String, List<String>> kept) {}
