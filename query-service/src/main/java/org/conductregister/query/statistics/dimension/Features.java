package org.conductregister.query.statistics.dimension;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.conductregister.query.statistics.Dimension;
import org.conductregister.query.statistics.Dimension.Values;
import org.jspecify.annotations.Nullable;

/**
 * What the units of one kind are told apart by: the dimensions to group by, then what only filters and other units read.
 * Each is either lasting, as what does not change by itself, or moving; the values of each kind are a tuple of their own.
 *
 * @param <S> a unit's state
 */
public final class Features<S> {

    private final List<Dimension> dimensions = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final List<Place> places = new ArrayList<>();
    private final List<Function<S, Object>> lasting = new ArrayList<>();
    private final List<Function<S, Object>> moving = new ArrayList<>();
    private List<Function<S, Object>> mode = moving;

    /** Where a feature's value stands among those of its kind. */
    private record Place(boolean lasting, int at) {}

    Features() {}

    /** What is declared from here on does not change by itself. */
    Features<S> lasting() {
        mode = lasting;
        return this;
    }

    /** What is declared from here on changes as the unit goes its way. */
    Features<S> moving() {
        mode = moving;
        return this;
    }

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
        places.add(new Place(mode == lasting, mode.size()));
        mode.add(of);
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

    /** The lasting values of a unit in this state, in order. */
    public Object[] lastingOf(S state) {
        return read(lasting, state);
    }

    /** The moving values of a unit in this state, in order. */
    public Object[] movingOf(S state) {
        return read(moving, state);
    }

    private static <S> Object[] read(List<Function<S, Object>> readers, S state) {
        var values = new Object[readers.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = Objects.requireNonNull(readers.get(i).apply(state));
        }
        return values;
    }

    public List<Dimension> dimensions() {
        return List.copyOf(dimensions);
    }

    /** In the order declared. */
    public List<String> names() {
        return List.copyOf(names);
    }

    /**
     * The number of a feature, in the order declared.
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

    /**
     * Whether a feature stays as it is for as long as a version lasts.
     *
     * @param feature as {@link #index} numbers it
     */
    public boolean isLasting(int feature) {
        return places.get(feature).lasting();
    }

    /** Where a feature's value stands in {@link #lastingOf} or {@link #movingOf}, whichever it is among. */
    public int place(int feature) {
        return places.get(feature).at();
    }

    public int lastingCount() {
        return lasting.size();
    }

    public int movingCount() {
        return moving.size();
    }
}
