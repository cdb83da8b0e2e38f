package org.conductregister.query.disclosure.http;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * A table under disclosure control.
 *
 * @param suppressBelow counts from 1 to less than this are hidden; 0 where none is
 * @param roundTo every count is rounded to multiples of this; 0 where none is
 * @param protection what was done to the table, in a sentence
 * @param groups every combination of the values of the dimensions, and of totals: {@code TOTAL} stands for all values of a
 *     dimension; with {@code count}, or {@code symbol} where that is hidden
 */
record ExportAnswer(
        String unit,
        LocalDate asAt,
        Instant knownAt,
        long position,
        Map<String, Object> population,
        Map<String, String> definitions,
        int suppressBelow,
        int roundTo,
        String protection,
        List<Map<String, Object>> groups) {}
