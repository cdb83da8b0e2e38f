package org.conductregister.query.disclosure;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.conductregister.query.statistics.Dimension;
import org.conductregister.query.statistics.Filter;
import org.conductregister.query.statistics.Population;
import org.conductregister.query.statistics.Question;
import org.conductregister.query.statistics.Unit;
import org.conductregister.query.statistics.dimension.Dimensions;
import org.conductregister.query.statistics.ever.EverMembers;

/**
 * Holds tables of one unit against those of another. Most cases have one allegation, most people one case, and a case is mostly referred
 * once: so a count of cases often is, but for a few, the count of allegations too, and a reader who sees that the totals are equal knows
 * it. A table of another unit is therefore read like one of another time: by the dimensions that both units have, cell by cell, a
 * difference of fewer than the threshold is known. What it says by further dimensions is held together with that.
 */
final class OtherUnits {

    private OtherUnits() {}

    /**
     * The tables of other units as tables of one unit; dimensions that it lacks stay. Those are left out whose population the
     * unit cannot have, and answers to recommendations, which are no cases.
     */
    static List<Released> readAs(Unit unit, List<Released> tables) {
        return tables.stream()
                .filter(table -> table.question().unit() != unit)
                .map(table -> readAs(unit, table))
                .flatMap(Optional::stream)
                .toList();
    }

    /** A table as one of some unit; empty where the unit cannot be held against it. */
    static Optional<Released> readAs(Unit unit, Released table) {
        return readAs(unit, table.question()).map(question -> new Released(question, table.rule(), table.cells()));
    }

    /** The question of a table as one of some unit; empty where the unit cannot be held against it. */
    static Optional<Question> readAs(Unit unit, Question question) {
        if (question.unit() == unit) {
            return Optional.of(question);
        }
        if (unit == Unit.RESPONSES
                || question.unit() == Unit.RESPONSES
                || !canHave(unit, question.population())
                || countsAllegations(question)) {
            return Optional.empty();
        }
        return Optional.of(new Question(unit, question.population(), question.groupBy(), question.times()));
    }

    /** The dimensions of a question that its unit has: not all, where it was asked of another unit. */
    static List<String> ofItsUnit(Question question) {
        var dimensions = names(question.unit());
        return question.groupBy().stream().filter(dimensions::contains).toList();
    }

    private static boolean canHave(Unit unit, Population population) {
        return Arrays.stream(Filter.values())
                        .allMatch(filter ->
                                filter.appliesTo(unit) || population.of(filter).isEmpty())
                && names(EverMembers.lookedAt(unit))
                        .containsAll(population.ever().keySet());
    }

    private static List<String> names(Unit unit) {
        return Dimensions.of(unit).stream().map(Dimension::name).toList();
    }

    /**
     * Whether a table tells how many allegations cases or people have: those of each number, multiplied by it, add up to the
     * allegations, which no link of cells says.
     */
    static boolean countsAllegations(Question question) {
        return question.groupBy().contains(Dimensions.ALLEGATION_COUNT)
                || question.population().ever().containsKey(Dimensions.ALLEGATION_COUNT);
    }
}
