package org.conductregister.command.imports.days;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.conductregister.command.imports.sheet.Cell;
import org.jspecify.annotations.Nullable;

/**
 * Reads the days of one column, in the one order that the column has. A year of four digits in front is read as such
 * whatever the order, as are months in words. For one thread: it remembers what it read last.
 */
public final class DayReader {

    private static final int REMEMBERED = 4_096;

    private final @Nullable DayOrder order;
    private final LocalDate today;
    private final Map<Cell, DayReading> read = new HashMap<>();

    /**
     * @param order of the column's days; null where none of its values needs one: each is the same day in all
     *     orders that it may have
     * @param today the last year that two digits can mean is its
     */
    public DayReader(@Nullable DayOrder order, LocalDate today) {
        this.order = order;
        this.today = today;
    }

    public DayReading read(Cell cell) {
        var known = read.get(cell);
        if (known != null) {
            return known;
        }
        var reading = switch (DaySpelling.of(cell, today)) {
            case Spelled.Known(DayReading certain, var written) -> certain;
            case Spelled.Numbers numbers -> ordered(numbers);
        };
        if (read.size() >= REMEMBERED) {
            read.clear();
        }
        read.put(cell, reading);
        return reading;
    }

    private DayReading ordered(Spelled.Numbers numbers) {
        var day = order == null ? numbers.inAny(today) : numbers.in(order, today);
        return day == null ? new DayReading.NotADay() : new DayReading.Exact(day);
    }
}
