package org.conductregister.query.statistics.cells;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.conductregister.query.statistics.Dimension;
import org.conductregister.query.statistics.Dimension.Values;
import org.jspecify.annotations.Nullable;

/**
 * What the units of one kind are told apart by: the dimensions to group by, then what only filters and other units read.
 *
 * @param <S> a unit's state
 */
public final class Features<S> {

    private final List<Dimension> dimensions = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final List<Function<S, Object>> readers = new ArrayList<>();

    Features() {}

    /** A dimension of which every value is known. */
    <E extends Enum<E>> Features<S> word(String name, Class<E> type, Function<S, E> of) {
        return dimension(
                new Dimension(name, Values.WORD, words(type, null)),
                state -> of.apply(state).name());
    }

    /** As {@link #word(String, Class, Function)}, with a word for where there is no value. */
    <E extends Enum<E>> Features<S> word(String name, String absent, Class<E> type, Function<S, @Nullable E> of) {
        return dimension(new Dimension(name, Values.WORD, words(type, absent)), state -> {
            var value = of.apply(state);
            return value == null ? absent : value.name();
        });
    }

    /** A dimension with values from a list that grows. */
    Features<S> code(String name, Function<S, String> of) {
        return dimension(new Dimension(name, Values.CODE, List.of()), of::apply);
    }

    Features<S> number(String name, Function<S, Integer> of) {
        return dimension(new Dimension(name, Values.NUMBER, List.of()), of::apply);
    }

    Features<S> flag(String name, Function<S, Boolean> of) {
        return dimension(new Dimension(name, Values.FLAG, List.of()), of::apply);
    }

    /** Something to filter by that cannot be grouped by; its values have equality. */
    Features<S> hidden(String name, Function<S, Object> of) {
        names.add(name);
        readers.add(of);
        return this;
    }

    private Features<S> dimension(Dimension dimension, Function<S, Object> of) {
        dimensions.add(dimension);
        return hidden(dimension.name(), of);
    }

    static <E extends Enum<E>> List<String> words(Class<E> type, @Nullable String absent) {
        var words = new ArrayList<String>();
        for (var constant : type.getEnumConstants()) {
            words.add(constant.name());
        }
        if (absent != null && !words.contains(absent)) {
            words.add(absent);
        }
        return List.copyOf(words);
    }

    /** Every value of a unit in this state, in order. */
    public Object[] of(S state) {
        var values = new Object[readers.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = Objects.requireNonNull(readers.get(i).apply(state));
        }
        return values;
    }

    public List<Dimension> dimensions() {
        return List.copyOf(dimensions);
    }

    /**
     * Where a value stands in {@link #of}.
     *
     * @throws IllegalArgumentException when there is none of that name
     */
    public int index(String name) {
        int index = names.indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException("no dimension is named " + name);
        }
        return index;
    }
}
