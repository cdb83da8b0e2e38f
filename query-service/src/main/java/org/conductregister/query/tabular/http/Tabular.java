package org.conductregister.query.tabular.http;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.function.Supplier;
import org.conductregister.query.tabular.DataTable;
import org.jspecify.annotations.Nullable;

/**
 * An answer that is JSON or a table, whichever the request accepts or names by {@code format}.
 *
 * @param answer what is written as JSON
 * @param table the same as a table; made only where one is asked for
 * @param lasts whether the same call will always be answered alike, so that the answer may be cached
 * @param next the address of the next page of a list, at the same times; null where there is none
 */
public record Tabular<T>(
        @JsonValue T answer,
        @JsonIgnore Supplier<DataTable> table,
        @JsonIgnore boolean lasts,
        @JsonIgnore @Nullable String next) {

    /** An answer that is not a page of a list. */
    public static <T> Tabular<T> of(T answer, boolean lasts, Supplier<DataTable> table) {
        return new Tabular<>(answer, table, lasts, null);
    }
}
