package org.conductregister.query.statistics.dimension;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.conductregister.query.statistics.Dimension;
import org.conductregister.query.statistics.Dimension.Values;

/**
 * A dimension of people: of what their allegations tell of them, what comes first.
 *
 * @param features where it stands in the values of an allegation; the first that is there counts
 */
public record OfficerDimension(Dimension dimension, List<Integer> features) {

    /** @param words in order: the earliest among a person's allegations is that person's */
    static OfficerDimension word(String name, List<String> words, String... features) {
        return new OfficerDimension(new Dimension(name, Values.WORD, words), indexes(features));
    }

    /** The alphabetically first among a person's allegations is that person's. */
    static OfficerDimension code(String name, String... features) {
        return new OfficerDimension(new Dimension(name, Values.CODE, List.of()), indexes(features));
    }

    private static List<Integer> indexes(String... features) {
        return Arrays.stream(features).map(Dimensions.OF_ALLEGATIONS::index).toList();
    }

    /** What one allegation tells of the person it is against. */
    public Object valueOf(Object[] allegation) {
        Object value = Dimensions.ABSENT;
        for (int feature : features) {
            value = allegation[feature];
            if (!value.equals(Dimensions.ABSENT)) {
                return value;
            }
        }
        return value;
    }

    /** The lesser of two values is the person's. */
    public Comparator<Object> precedence() {
        var words = dimension.words();
        return words.isEmpty() ? Dimension.ORDER : Comparator.comparingInt(words::indexOf);
    }
}
