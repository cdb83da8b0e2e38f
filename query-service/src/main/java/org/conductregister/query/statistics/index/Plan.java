package org.conductregister.query.statistics.index;

/**
 * How a question is answered, whatever its times.
 *
 * @param split shared with all questions that differ in their days alone
 * @param candidates shared with all questions of the same population
 */
record Plan(UnitIndex index, Split split, Window window, Candidates candidates) {

    /** Whether no profile is told apart from another or left out, nor any days. */
    boolean isOfAllProfiles() {
        return split.isOfAllProfiles() && window.isEverything();
    }

    /** Whether a guise is in the population, whatever its state. */
    boolean admits(int guise) {
        var guises = index.guises();
        return split.wantsProfile(guises.profile(guise)) && guises.isWithin(window, guise);
    }
}
