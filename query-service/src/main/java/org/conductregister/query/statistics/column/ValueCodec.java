package org.conductregister.query.statistics.column;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.conductregister.query.statistics.checkpoint.LoadStream;
import org.conductregister.query.statistics.checkpoint.SaveStream;
import org.conductregister.query.statistics.dimension.Profile;

/**
 * The form of a feature's value in a checkpoint: a letter for its type, then its content. It writes strings, ints, booleans,
 * profiles and sets of such. For one thread.
 */
final class ValueCodec implements ValueDictionary.Codec {

    /** What one codec has read, so that equal values and parts of values are one object. */
    private final Map<Object, Object> interned = new HashMap<>();

    /** @throws IOException also if the value is of another type */
    @Override
    public void write(Object value, SaveStream out) throws IOException {
        switch (value) {
            case String text -> {
                out.number('s');
                out.text(text);
            }
            case Integer number -> {
                out.number('i');
                out.number(number);
            }
            case Boolean flag -> {
                out.number('b');
                out.number(flag ? 1 : 0);
            }
            case Profile profile -> {
                out.number('p');
                out.text(profile.category());
                out.text(profile.workforce());
                write(profile.tags(), out);
            }
            case Set<?> set -> {
                out.number('{');
                out.number(set.size());
                for (var each : set) {
                    write(each, out);
                }
            }
            default -> throw new IOException("no form is known for a value of " + value.getClass());
        }
    }

    /** @throws IOException also if there is no value */
    @Override
    public Object read(LoadStream in) throws IOException {
        int type = in.number();
        Object value = switch (type) {
            case 's' -> in.text();
            case 'i' -> in.number();
            case 'b' -> in.number() == 1;
            case 'p' -> new Profile(in.text(), in.text(), strings((Set<?>) read(in)));
            case '{' -> readSet(in);
            default -> throw new IOException("no value is of the form " + type);
        };
        return interned.computeIfAbsent(value, same -> same);
    }

    private Set<Object> readSet(LoadStream in) throws IOException {
        int size = in.number();
        var set = new HashSet<>();
        for (int i = 0; i < size; i++) {
            set.add(read(in));
        }
        return Set.copyOf(set);
    }

    private static Set<String> strings(Set<?> set) {
        var strings = new HashSet<String>();
        set.forEach(string -> strings.add((String) string));
        return Set.copyOf(strings);
    }
}
