package org.conductregister.query.statistics.column;

import java.io.IOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.conductregister.query.statistics.checkpoint.LoadStream;
import org.conductregister.query.statistics.checkpoint.SaveStream;
import org.conductregister.query.statistics.dimension.Profile;

/** How a value of a feature is written: each kind under a letter of its own. */
final class ValueCodec {

    private ValueCodec() {}

    static void save(Object value, SaveStream out) throws IOException {
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
                save(profile.tags(), out);
            }
            case Set<?> set -> {
                out.number('{');
                out.number(set.size());
                for (var each : set) {
                    save(each, out);
                }
            }
            default -> throw new IOException("no form is known for a value of " + value.getClass());
        }
    }

    /** @param met what has been loaded before it: what is equal is held once */
    static Object load(LoadStream in, Map<Object, Object> met) throws IOException {
        int kind = in.number();
        Object value = switch (kind) {
            case 's' -> in.text();
            case 'i' -> in.number();
            case 'b' -> in.number() == 1;
            case 'p' -> new Profile(in.text(), in.text(), words((Set<?>) load(in, met)));
            case '{' -> set(in, met);
            default -> throw new IOException("no value is of the form " + kind);
        };
        return met.computeIfAbsent(value, same -> same);
    }

    private static Set<Object> set(LoadStream in, Map<Object, Object> met) throws IOException {
        int size = in.number();
        var set = new HashSet<>();
        for (int i = 0; i < size; i++) {
            set.add(load(in, met));
        }
        return Set.copyOf(set);
    }

    private static Set<String> words(Set<?> set) {
        var words = new HashSet<String>();
        set.forEach(word -> words.add((String) word));
        return Set.copyOf(words);
    }
}
