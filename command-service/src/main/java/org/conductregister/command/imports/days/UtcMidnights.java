package org.conductregister.command.imports.days;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Finds days that a program has written as instants: midnight in summer time is 23 hours UTC of the day before, in central Europe
 * also 22. Where all times of a column are such midnights, the days that stand before these times are a day early. For one thread.
 */
public final class UtcMidnights {

    private static final int EXAMPLES = 5;
    private static final int SHORTEST = "2019-02-03T22:00Z".length();

    private static final Pattern TIME = Pattern.compile(
            "\\d{4}-\\d{2}-\\d{2}[T ](\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?)\\s*(?:Z|UTC|GMT|[+-]00(?::?00)?)");
    private static final Pattern MIDNIGHT = Pattern.compile("00:00(?::00(?:\\.0+)?)?");
    private static final Pattern LATE = Pattern.compile("2[23]:00(?::00(?:\\.0+)?)?");

    private final List<String> late = new ArrayList<>(EXAMPLES);
    private long count;
    private boolean others;

    public void add(String text) {
        if (text.length() < SHORTEST || text.charAt(4) != '-') {
            return;
        }
        var time = TIME.matcher(text);
        if (!time.matches()) {
            return;
        }
        if (LATE.matcher(time.group(1)).matches()) {
            count++;
            if (late.size() < EXAMPLES) {
                late.add(text);
            }
        } else if (!MIDNIGHT.matcher(time.group(1)).matches()) {
            others = true;
        }
    }

    /** Returns the number of different days that may be a day early; 0 where the column has other times. */
    public long count() {
        return others ? 0 : count;
    }

    /** Returns a few of these days. */
    public List<String> examples() {
        return others ? List.of() : List.copyOf(late);
    }
}
