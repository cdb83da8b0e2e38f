package org.conductregister.query.statistics.dimension;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.conductregister.query.statistics.Dimension;
import org.conductregister.query.statistics.Dimension.Values;

/**
 * A dimension of officers. Each of an officer's allegations has a value of it, and the officer has the value that comes first.
 *
 * @param features of an allegation, by number: the allegation has the value of the first
 *     that is not {@link NoValue#ABSENT}. All are fixed, or all are changing; there are none where allegations are counted
 */
public record OfficerDimension(Dimension dimension, List<Integer> features) {

    /** @param words the values, the one that comes first among an officer's allegations first */
    static OfficerDimension word(String name, List<String> words, Features<?> allegations, String... features) {
        return new OfficerDimension(new Dimension(name, Values.WORD, words), numbers(allegations, features));
    }

    /** A dimension whose values are from a code list: the alphabetically first comes first. */
    static OfficerDimension code(String name, Features<?> allegations, String... features) {
        return new OfficerDimension(new Dimension(name, Values.CODE, List.of()), numbers(allegations, features));
    }

    /** The dimension whose value is the number of an officer's allegations in the population. */
    static OfficerDimension count(String name) {
        return new OfficerDimension(new Dimension(name, Values.NUMBER, List.of()), List.of());
    }

    /** Whether its value is how many allegations there are, whatever values they have. */
    public boolean isCount() {
        return features.isEmpty();
    }

    private static List<Integer> numbers(Features<?> allegations, String... features) {
        return Arrays.stream(features).map(allegations::number).toList();
    }

    /**
     * The value that an allegation has.
     *
     * @param allegation the values of all features, by number
     */
    public Object valueOf(Object[] allegation) {
        Object value = NoValue.ABSENT;
        for (int feature : features) {
            value = allegation[feature];
            if (!value.equals(NoValue.ABSENT)) {
                return value;
            }
        }
        return value;
    }

    /** The order of values in which the first among an officer's allegations is the officer's. */
    public Comparator<Object> precedence() {
        var words = dimension.words();
        return words.isEmpty() ? Dimension.ORDER : Comparator.comparingInt(words::indexOf);
    }
}
