package org.conductregister.query.statistics.http;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.conductregister.query.statistics.Dimension;
import org.conductregister.query.statistics.Filter;
import org.conductregister.query.statistics.Population;
import org.conductregister.query.statistics.Question;
import org.conductregister.query.statistics.Unit;
import org.conductregister.query.statistics.dimension.Dimensions;
import org.jspecify.annotations.Nullable;

/**
 * The definitions of the words of an answer. A count is only comparable with its definitions, so each answer carries those of all that it
 * uses: its unit, its dimensions, and each limit of its population. Whoever changes what a word means gives them a new version.
 */
public final class Definitions {

    /** The present version of all definitions. */
    public static final String VERSION = "2026-2";

    private static final String POPULATION = "population.";

    private static final Map<Unit, String> UNITS = Map.of(
            Unit.ALLEGATIONS, "One accusation against one officer, identified or not, in one case.",
            Unit.CASES, "What came in on one occasion; counted once, however many of its allegations match.",
            Unit.OFFICERS, "Identified people with at least one allegation in the population; counted once each.",
            Unit.REFERRALS, "Each time that a case was handed to the watchdog.",
            Unit.RESPONSES, "One force's answer to one recommendation that is addressed to it, given or not.");

    private Definitions() {}

    /** Returns the definitions that an answer to a question rests on. */
    public static Map<String, String> of(Question question) {
        return of(question, question.groupBy());
    }

    /** Returns the definitions that an answer which shows every dimension of its members rests on. */
    static Map<String, String> ofMembers(Question question) {
        return of(
                question,
                Dimensions.of(question.unit()).stream().map(Dimension::name).toList());
    }

    private static Map<String, String> of(Question question, List<String> dimensions) {
        var population = question.population();
        var all = new ArrayList<>(dimensions);
        population.ever().keySet().stream()
                .sorted()
                .filter(dimension -> !all.contains(dimension))
                .forEach(all::add);
        var definitions = of(question.unit(), all);
        putLimits(question.unit(), population, definitions);
        if (!population.ever().isEmpty()) {
            definitions.put("ever", requireNonNull(DefinitionTexts.ALL.get("ever")));
        }
        return definitions;
    }

    private static void putLimits(Unit unit, Population population, Map<String, String> definitions) {
        for (var filter : Filter.values()) {
            if (!population.of(filter).isEmpty()) {
                put(POPULATION + filter.parameter(), limit(unit, filter.parameter()), definitions);
            }
        }
        if (!population.reported().isAlways()) {
            put(POPULATION + "reported", limit(unit, "reported"), definitions);
        }
        if (!population.referred().isAlways()) {
            put(POPULATION + "referred", limit(unit, "referred"), definitions);
        }
    }

    private static @Nullable String limit(Unit unit, String name) {
        var ofUnit = DefinitionTexts.ALL.get(POPULATION + unit.word() + "." + name);
        return ofUnit == null ? DefinitionTexts.ALL.get(POPULATION + name) : ofUnit;
    }

    private static void put(String term, @Nullable String text, Map<String, String> definitions) {
        if (text != null) {
            definitions.put(term, text);
        }
    }

    /** Returns the definitions that any answer about this unit rests on. */
    public static Map<String, String> of(Unit unit, Iterable<String> dimensions) {
        var definitions = new LinkedHashMap<String, String>();
        definitions.put("version", VERSION);
        definitions.put("unit", requireNonNull(UNITS.get(unit)));
        put("asAt", DefinitionTexts.ALL.get("asAt"), definitions);
        for (var dimension : dimensions) {
            if (dimension.equals("status")) {
                put("pending", DefinitionTexts.ALL.get("pending"), definitions);
                put("closed", DefinitionTexts.ALL.get("closed"), definitions);
            } else {
                put(dimension, text(unit, dimension), definitions);
            }
        }
        return definitions;
    }

    private static @Nullable String text(Unit unit, String dimension) {
        var ofUnit = DefinitionTexts.ALL.get(unit.word() + "." + dimension);
        return ofUnit == null ? DefinitionTexts.ALL.get(dimension) : ofUnit;
    }
}
