package org.conductregister.query.disclosure.http;

import java.util.List;
import org.conductregister.query.pointintime.Parameters;
import org.conductregister.query.pointintime.PointInTime;
import org.conductregister.query.statistics.Question;
import org.conductregister.query.statistics.rates.Rates;
import org.jspecify.annotations.Nullable;

/**
 * The tables that disclosure control cannot check, known by the parameters of their calls: they are refused for publication, and
 * say why. Inside they are exact.
 */
final class UncheckedTables {

    private static final String STEP = "step";
    private static final List<String> OF_DAYS = List.of(STEP, "yearStart", "anchored");
    private static final List<String> OF_DURATIONS = List.of("clock", "suspension", "over");
    private static final List<String> OF_COMPARISONS = List.of("asAt2", "knownAt2");

    private UncheckedTables() {}

    /** Why a table that is asked for by some parameters cannot be checked; null where it can be. */
    static @Nullable String reason(Parameters parameters) {
        boolean ofDays = areAsked(OF_DAYS, parameters);
        boolean ofDurations = areAsked(OF_DURATIONS, parameters);
        if (ofDays || ofDurations) {
            parameters.know(List.of("from", "to"));
        }
        if (ofDays) {
            return "Counts at several days, and what came and went between them, tell by how much each count changed: by one person"
                    + " at a time. That cannot be checked.";
        }
        if (ofDurations) {
            return "Durations of few tell of single people, and medians, quartiles and shares cannot be checked together with"
                    + " tables published before.";
        }
        if (areAsked(OF_COMPARISONS, parameters)) {
            return "Two counts beside one another tell by how much each changed. That cannot be checked.";
        }
        return areAsked(List.of(Rates.PARAMETER), parameters)
                ? "A rate and its headcount tell the count that is hidden. Publish the counts, and the headcounts beside them."
                : null;
    }

    private static boolean areAsked(List<String> names, Parameters parameters) {
        boolean asked = false;
        for (var name : names) {
            asked |= parameters.text(name) != null;
        }
        return asked;
    }

    /** The counts at one day, the last of the table where it is of several. */
    static Question countsInstead(Question question, Parameters parameters) {
        var last = parameters.text(STEP) == null ? null : parameters.day("to");
        parameters.refuseFaults();
        var day = last == null ? question.times().asAt() : last;
        return new Question(
                question.unit(),
                question.population(),
                question.groupBy(),
                new PointInTime(day, question.times().knownAt()));
    }
}
