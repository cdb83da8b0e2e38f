package org.conductregister.query.statistics.index;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What members are called, by number. */
final class Names {

    private @Nullable String[] names = new String[16];
    private int size;

    int add(@Nullable String name) {
        if (size == names.length) {
            names = Arrays.copyOf(names, size + (size >> 1));
        }
        names[size] = name;
        return size++;
    }

    int size() {
        return size;
    }

    /** By number, and room for more at the end. */
    @Nullable
    String[] values() {
        return names;
    }
}
