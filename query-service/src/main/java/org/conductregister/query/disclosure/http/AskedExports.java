package org.conductregister.query.disclosure.http;

import java.util.Map;
import org.conductregister.query.disclosure.DisclosureRule;
import org.conductregister.query.pointintime.Parameters;
import org.conductregister.query.pointintime.PointInTime;
import org.conductregister.query.pointintime.ReadParameters;
import org.conductregister.query.statistics.Question;
import org.conductregister.query.statistics.StatisticsEngine;
import org.conductregister.query.statistics.http.AskedCodes;
import org.conductregister.query.statistics.http.QuestionReader;
import org.conductregister.query.statistics.tables.Layout;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what is asked for publication, for the call and the page alike. Safe for use by several threads. */
@Component
class AskedExports {

    static final String SUPPRESS_BELOW = "suppressBelow";
    static final String ROUND_TO = "roundTo";

    private final StatisticsEngine engine;
    private final ReadParameters times;
    private final AskedCodes codes;

    AskedExports(StatisticsEngine engine, ReadParameters times, AskedCodes codes) {
        this.engine = engine;
        this.times = times;
        this.codes = codes;
    }

    /**
     * The question, and how its answer is laid out and protected.
     *
     * @param question with both times; of a table that cannot be checked, the counts that could be published in its place
     * @param unchecked why the table that was asked for cannot be checked; null where it can
     */
    record Asked(
            Question question,
            Layout layout,
            DisclosureRule rule,
            @Nullable String unchecked) {}

    /** Reads the parameters, and waits for what they ask for to be known; refuses with all faults together. */
    Asked read(Parameters parameters) {
        var reader = new QuestionReader(engine, parameters);
        var unit = reader.unit();
        var asked = times.times(parameters);
        var question = reader.question(unit, new PointInTime(asked.asAt(), asked.knownAt()));
        var unchecked = UncheckedTables.reason(parameters);
        var asRead = Layout.read(parameters, question.groupBy());
        var layout = new Layout(asRead.columns(), asRead.totals() || parameters.text(Layout.TOTALS) == null);
        var rule = rule(parameters);
        parameters.refuseUnknown();
        codes.check(parameters, question.population(), Map.of(), asked);
        parameters.refuseFaults();
        var known = new Question(unit, question.population(), question.groupBy(), asked.of(engine.head()));
        return new Asked(
                unchecked == null ? known : UncheckedTables.countsInstead(known, parameters), layout, rule, unchecked);
    }

    private static DisclosureRule rule(Parameters parameters) {
        int below = (int) parameters.number(SUPPRESS_BELOW, DisclosureRule.USUAL_THRESHOLD, 0, Integer.MAX_VALUE);
        int roundTo = (int) parameters.number(ROUND_TO, 0, 0, Integer.MAX_VALUE);
        try {
            return new DisclosureRule(below, roundTo);
        } catch (IllegalArgumentException e) {
            parameters.fault(isRefused(below) ? SUPPRESS_BELOW : ROUND_TO, String.valueOf(e.getMessage()));
            return DisclosureRule.USUAL;
        }
    }

    private static boolean isRefused(int below) {
        return below != 0 && (below < DisclosureRule.LEAST_THRESHOLD || below > DisclosureRule.GREATEST_THRESHOLD);
    }
}
