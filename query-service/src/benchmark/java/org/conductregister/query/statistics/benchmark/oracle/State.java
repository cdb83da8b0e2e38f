package org.conductregister.query.statistics.benchmark.oracle;

import java.util.Arrays;
import org.conductregister.query.statistics.benchmark.generator.Vocabulary;
import org.conductregister.terms.codes.Tag;

/**
 * All that an allegation can be counted by.
 *
 * @param codes of every {@link Column}, in order
 * @param tags a bit for each of {@link Vocabulary#TAGS}, its own or its case's
 * @param reported the day, as days since 1970-01-01
 */
public record State(short[] codes, int tags, int reported) {

    static State of(UnitAt unit) {
        var codes = new short[Column.values().length];
        for (var column : Column.values()) {
            codes[column.ordinal()] = (short) column.codeOf(unit);
        }
        int tags = 0;
        for (Tag tag : unit.allegation().tags().and(unit.of().opening().tags()).tags()) {
            tags |= bit(tag.value());
        }
        return new State(
                codes, tags, Math.toIntExact(unit.allegation().reportedOn().toEpochDay()));
    }

    public static int bit(String tag) {
        return 1 << Vocabulary.TAGS.indexOf(tag);
    }

    public int code(Column column) {
        return codes[column.ordinal()];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof State state
                && state.tags == tags
                && state.reported == reported
                && Arrays.equals(state.codes, codes);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * Arrays.hashCode(codes) + tags) + reported;
    }
}
