package org.conductregister.query.statistics.dimension;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.conductregister.query.statistics.Dimension;
import org.conductregister.query.statistics.Dimension.Values;
import org.jspecify.annotations.Nullable;

/**
 * The features of the members of one unit: the dimensions that one can group by, and hidden ones that only filters and the
 * dimensions of officers read. A feature is a function of a member at the end of a day. It is either fixed (it changes only
 * by a correction) or changing (it changes as the member's case proceeds). The values of the fixed features are one tuple, a
 * member's profile; those of the changing features another, its state.
 *
 * <p>Features are numbered from 0 in the order declared. They are declared once, when {@link Dimensions} is initialised, and
 * read by any thread from then on.
 *
 * @param <S> a member at the end of a day
 */
public final class Features<S> {

    private final List<Dimension> dimensions = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final List<Field> fields = new ArrayList<>();
    private final List<Function<S, Object>> fixed = new ArrayList<>();
    private final List<Function<S, Object>> changing = new ArrayList<>();
    private List<Function<S, Object>> declared = changing;

    /** Which field of which of the two tuples has a feature's value. */
    private record Field(boolean fixed, int number) {}

    Features() {}

    /** Makes the features declared from here on fixed. */
    Features<S> fixed() {
        declared = fixed;
        return this;
    }

    /** Makes the features declared from here on changing. */
    Features<S> changing() {
        declared = changing;
        return this;
    }

    /** Declares a dimension whose values are the constants of an enum. */
    <E extends Enum<E>> Features<S> word(String name, Class<E> type, Function<S, E> read) {
        return dimension(
                new Dimension(name, Values.WORD, words(type, null)),
                member -> read.apply(member).name());
    }

    /** Declares a dimension whose values are the constants of an enum and a word for where there is none. */
    <E extends Enum<E>> Features<S> word(String name, String absent, Class<E> type, Function<S, @Nullable E> read) {
        return dimension(new Dimension(name, Values.WORD, words(type, absent)), member -> {
            var value = read.apply(member);
            return value == null ? absent : value.name();
        });
    }

    /** Declares a dimension whose values are from a code list, or are identifiers. */
    Features<S> code(String name, Function<S, String> read) {
        return dimension(new Dimension(name, Values.CODE, List.of()), read::apply);
    }

    /** Declares a dimension of which a member can have several values, which are from a code list; it has a set of them. */
    Features<S> codes(String name, Function<S, Set<String>> read) {
        return dimension(new Dimension(name, Values.CODES, List.of()), read::apply);
    }

    /** Declares a dimension whose values are years from 1 April to 31 March. */
    Features<S> financialYear(String name, Function<S, LocalDate> read) {
        return dimension(
                new Dimension(name, Values.FINANCIAL_YEAR, List.of()), member -> FinancialYear.of(read.apply(member)));
    }

    /** Declares a dimension whose values are from a fixed list. */
    Features<S> word(String name, List<String> words, Function<S, String> read) {
        return dimension(new Dimension(name, Values.WORD, words), read::apply);
    }

    /** Declares a dimension whose values are whole numbers. */
    Features<S> number(String name, Function<S, Integer> read) {
        return dimension(new Dimension(name, Values.NUMBER, List.of()), read::apply);
    }

    /** Declares a dimension whose values are true and false. */
    Features<S> flag(String name, Function<S, Boolean> read) {
        return dimension(new Dimension(name, Values.FLAG, List.of()), read::apply);
    }

    private Features<S> dimension(Dimension dimension, Function<S, Object> read) {
        dimensions.add(dimension);
        return hidden(dimension.name(), read);
    }

    /** Declares a feature that nobody can group by. Its values are immutable and have equality. */
    Features<S> hidden(String name, Function<S, Object> read) {
        names.add(name);
        fields.add(new Field(declared == fixed, declared.size()));
        declared.add(read);
        return this;
    }

    /** The names of the constants of an enum, and of a value that is not there unless it is among them. */
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

    /** The profile of a member: its values of the fixed features, by {@link #field}. */
    public Object[] fixedValues(S member) {
        return read(fixed, member);
    }

    /** The state of a member: its values of the changing features, by {@link #field}. */
    public Object[] changingValues(S member) {
        return read(changing, member);
    }

    private static <S> Object[] read(List<Function<S, Object>> readers, S member) {
        var values = new Object[readers.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = Objects.requireNonNull(readers.get(i).apply(member));
        }
        return values;
    }

    /** The features that one can group by, in the order declared. */
    public List<Dimension> dimensions() {
        return List.copyOf(dimensions);
    }

    /** The names of all features, by number. */
    public List<String> names() {
        return List.copyOf(names);
    }

    /**
     * The number of a feature.
     *
     * @throws IllegalArgumentException when there is none of that name
     */
    public int number(String name) {
        int number = names.indexOf(name);
        if (number < 0) {
            throw new IllegalArgumentException("no dimension is named " + name);
        }
        return number;
    }

    /** Whether a feature is fixed. */
    public boolean isFixed(int feature) {
        return fields.get(feature).fixed();
    }

    /** The field that has a feature's value: of the profile for a fixed feature, of the state for a changing one. */
    public int field(int feature) {
        return fields.get(feature).number();
    }

    /** The number of fixed features. */
    public int fixedCount() {
        return fixed.size();
    }

    /** The number of changing features. */
    public int changingCount() {
        return changing.size();
    }
}
