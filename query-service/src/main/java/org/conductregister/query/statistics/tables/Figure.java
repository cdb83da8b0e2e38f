package org.conductregister.query.statistics.tables;

import java.util.Map;
import java.util.function.Function;
import org.conductregister.query.tabular.Column;
import org.jspecify.annotations.Nullable;

/**
 * A column of figures, and where they are in a group of an answer.
 *
 * @param value reads it from the group's fields
 */
public record Figure(Column column, Function<Map<String, Object>, @Nullable Object> value) {

    /** A whole number that is a field of the group. */
    public static Figure whole(String name, String title) {
        return new Figure(new Column(name, title, Column.Kind.WHOLE_NUMBER), group -> group.get(name));
    }

    /** A day that is a field of the group. */
    public static Figure day(String name, String title) {
        return new Figure(new Column(name, title, Column.Kind.DAY), group -> group.get(name));
    }
}
