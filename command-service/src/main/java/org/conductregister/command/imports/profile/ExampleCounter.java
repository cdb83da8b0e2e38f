package org.conductregister.command.imports.profile;

import java.util.ArrayList;
import java.util.List;
import org.conductregister.command.imports.profile.ColumnProfile.Examples;

/** Counts values, and keeps a few. */
final class ExampleCounter {

    private static final int KEPT = 5;

    private final List<String> examples = new ArrayList<>(KEPT);
    private long count;

    void add(String value) {
        count++;
        if (examples.size() < KEPT && !examples.contains(value)) {
            examples.add(value);
        }
    }

    Examples examples() {
        return new Examples(count, examples);
    }
}
