package org.conductregister.query.statistics.column;

import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.conductregister.query.statistics.checkpoint.LoadStream;
import org.conductregister.query.statistics.checkpoint.SaveStream;
import org.conductregister.query.statistics.dimension.AllegationTraits;

/**
 * The form of a feature's value in a checkpoint: a letter for its type, then its content. It writes strings, ints, booleans,
 * profiles and sets of such. Equal values have the same form: a set is written in order, since sets iterate in an order that
 * each Java process chooses anew. For one thread.
 */
final class ValueCodec implements ValueDictionary.Codec {

    /** The values that one codec has read, so that equal values and parts of values are one object. */
    private final Map<Object, Object> interned = new HashMap<>();

    /**
     * Writes a value.
     *
     * @throws IOException also if the value is of another type
     */
    @Override
    public void write(Object value, SaveStream out) throws IOException {
        switch (value) {
            case String text -> {
                out.writeInt('s');
                out.writeString(text);
            }
            case Integer number -> {
                out.writeInt('i');
                out.writeInt(number);
            }
            case Boolean flag -> {
                out.writeInt('b');
                out.writeInt(flag ? 1 : 0);
            }
            case AllegationTraits traits -> {
                out.writeInt('p');
                out.writeString(traits.category());
                out.writeString(traits.workforce());
                write(traits.tags(), out);
            }
            case Set<?> set -> {
                out.writeInt('{');
                out.writeInt(set.size());
                for (var each : inOrder(set)) {
                    write(each, out);
                }
            }
            default -> throw new IOException("no form is known for a value of " + value.getClass());
        }
    }

    private static List<?> inOrder(Set<?> set) {
        return set.stream().sorted(Comparator.comparing(ValueCodec::orderOf)).toList();
    }

    /** Different for each value that a set may have. */
    private static String orderOf(Object value) {
        return value instanceof AllegationTraits traits
                ? String.join(
                        "\0", traits.category(), traits.workforce(), String.join("\0", new TreeSet<>(traits.tags())))
                : value.toString();
    }

    /**
     * Reads a value; equal strings, sets and profiles that one codec reads are one object.
     *
     * @throws IOException also if there is no value
     */
    @Override
    public Object read(LoadStream in) throws IOException {
        int type = in.readInt();
        return switch (type) {
            case 's' -> readString(in);
            case 'i' -> in.readInt();
            case 'b' -> in.readInt() == 1;
            case 'p' -> intern(new AllegationTraits(readString(in), readString(in), strings((Set<?>) read(in))));
            case '{' -> intern(readSet(in));
            default -> throw new IOException("no value is of the form " + type);
        };
    }

    private String readString(LoadStream in) throws IOException {
        return intern(in.readString());
    }

    private <T> T intern(T value) {
        @SuppressWarnings("unchecked") // an equal string, set or profile has the same type
        var same = (T) interned.computeIfAbsent(value, unknown -> unknown);
        return same;
    }

    private Set<Object> readSet(LoadStream in) throws IOException {
        int size = in.readInt();
        var set = new HashSet<>();
        for (int i = 0; i < size; i++) {
            set.add(read(in));
        }
        return Set.copyOf(set);
    }

    @SuppressWarnings("unchecked") // in a profile there are strings alone
    private static Set<String> strings(Set<?> tags) {
        return (Set<String>) tags;
    }
}
