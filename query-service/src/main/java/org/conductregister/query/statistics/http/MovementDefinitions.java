package org.conductregister.query.statistics.http;

import static java.util.Objects.requireNonNull;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.conductregister.query.statistics.Measure;
import org.conductregister.query.statistics.Measure.Clock;
import org.conductregister.query.statistics.Measure.Suspension;
import org.conductregister.query.statistics.Moment;
import org.conductregister.query.statistics.Question;

/** The definitions of the words of answers about durations and flows, beside those of all {@link Definitions}. */
final class MovementDefinitions {

    private static final Map<Moment, String> MOMENTS = new EnumMap<>(Map.of(
            Moment.REPORTED,
            "The day of the report of an allegation; the day a case was opened.",
            Moment.REFERRED,
            "The day the case was first referred to a watchdog.",
            Moment.DECIDED,
            "The day of the first decision whether there is a case to answer, else of the first outcome; of a case, the first over"
                    + " all its allegations.",
            Moment.LISTED,
            "The day misconduct proceedings were first listed, whether or not they were withdrawn; of a case, the first over all"
                    + " its allegations.",
            Moment.HEARD,
            "The day of the first finding made in misconduct proceedings, else of the first outcome; of a case, the first over all"
                    + " its allegations.",
            Moment.CLOSED,
            "The day since which it has been closed. A reopening takes it back until it is closed again.",
            Moment.FINALISED,
            "The day since which it has been closed with every resulting action concluded; whatever begins anew takes it back.",
            Moment.LEFT,
            "The day since which the officer has been gone, dismissed, resigned, retired or left; of an officer identified only"
                    + " afterwards, the day of that. A return takes it back. Allegations against officers who had gone before the"
                    + " day of the report are left out."));

    private static final Map<Clock, String> CLOCKS = new EnumMap<>(Map.of(
            Clock.CALENDAR,
            "Calendar days: those after the first moment's day, up to the other's.",
            Clock.WORKING,
            "Working days of England and Wales: those from Monday to Friday that are no bank holidays, after the first moment's day,"
                    + " up to the other's. A bank holiday that was announced after knownAt is not one."));

    private static final Map<Suspension, String> SUSPENSIONS = new EnumMap<>(Map.of(
            Suspension.INCLUDED,
            "Days during which the investigation was suspended are counted.",
            Suspension.EXCLUDED,
            "Days during which the investigation was suspended, of what was pending, are not counted."));

    private static final Map<String, String> OF_DURATIONS = inOrder(
            "notCounted",
            "Days for which it stood closed, where it was reopened no later than the second moment.",
            "ended",
            "Those that had reached both moments by the end of asAt.",
            "open",
            "Those that had reached the first moment by the end of asAt and not the second, whether or not they still can: their"
                    + " ages at that day.",
            "leftOut",
            "How many reached the second moment on a day before the first.",
            "quantiles",
            "Linear between ranks: R's type 7, PERCENTILE.INC.");

    private static final Map<String, String> OF_FLOWS = inOrder(
            "groups",
            "Each unit is in the group, and in the population or not, by its values at the end of the period, with all that"
                    + " happened to it in the period.",
            "start",
            "Pending at the end of the day before the period.",
            "received",
            "Reported in the period; of cases, opened.",
            "closed",
            "How many times pending at the end of a day, or not there yet, and closed at the end of the next.",
            "reopened",
            "How many times closed at the end of a day, and pending at the end of the next.",
            "end",
            "Pending at the end of the period: start + received + reopened - closed.");

    private MovementDefinitions() {}

    private static Map<String, String> inOrder(String... termsAndTexts) {
        var definitions = new LinkedHashMap<String, String>();
        for (int i = 0; i < termsAndTexts.length; i += 2) {
            definitions.put(termsAndTexts[i], termsAndTexts[i + 1]);
        }
        return definitions;
    }

    /** Returns the definitions that an answer about durations rests on. */
    static Map<String, String> ofDurations(Question question, Measure measure) {
        return withDurations(Definitions.of(question), measure);
    }

    /** Returns the definitions that a list of the members of durations rests on. */
    static Map<String, String> ofDurationMembers(Question question, Measure measure) {
        return withDurations(Definitions.ofMembers(question), measure);
    }

    private static Map<String, String> withDurations(Map<String, String> ofQuestion, Measure measure) {
        var definitions = new LinkedHashMap<>(ofQuestion);
        definitions.put("from", requireNonNull(MOMENTS.get(measure.from())));
        definitions.put("to", requireNonNull(MOMENTS.get(measure.to())));
        definitions.put("clock", requireNonNull(CLOCKS.get(measure.clock())));
        definitions.put("suspension", requireNonNull(SUSPENSIONS.get(measure.suspension())));
        definitions.putAll(OF_DURATIONS);
        return definitions;
    }

    /** Returns the definitions that an answer about flows rests on. */
    static Map<String, String> ofFlows(Question question) {
        return withFlows(Definitions.of(question));
    }

    /** Returns the definitions that a list of the members of a flow rests on. */
    static Map<String, String> ofFlowMembers(Question question) {
        return withFlows(Definitions.ofMembers(question));
    }

    private static Map<String, String> withFlows(Map<String, String> ofQuestion) {
        var definitions = new LinkedHashMap<>(ofQuestion);
        definitions.remove("asAt");
        definitions.put("pending", requireNonNull(DefinitionTexts.ALL.get("pending")));
        definitions.putAll(OF_FLOWS);
        return definitions;
    }
}
