package org.conductregister.command.imports.days;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.conductregister.command.imports.sheet.Cell;
import org.jspecify.annotations.Nullable;

/**
 * The days in all cells of a column: their order, and which they are in each order that they may have. Memory does not grow
 * with the cells. For one thread.
 */
public final class ColumnDays {

    private static final int REMEMBERED = 2_048;

    private final LocalDate today;
    private final DayOrderFinder finder;
    private final DayTally known = new DayTally();
    private final Map<DayOrder, DayTally> ordered = new EnumMap<>(DayOrder.class);
    private final Map<Cell, Spelled> spelled = new HashMap<>();
    private boolean yearFirst;

    public ColumnDays(LocalDate today) {
        this.today = today;
        this.finder = new DayOrderFinder(today);
        for (var order : DayOrder.values()) {
            ordered.put(order, new DayTally());
        }
    }

    public void add(Cell cell) {
        switch (spelled(cell)) {
            case Spelled.Known(DayReading reading, var order) -> {
                yearFirst |= order == DayOrder.YMD;
                known.add(reading, cell.text(), today);
            }
            case Spelled.Numbers numbers -> {
                finder.add(numbers, cell.text());
                ordered.forEach((order, tally) -> tally.add(reading(numbers.in(order, today)), cell.text(), today));
            }
        }
    }

    private Spelled spelled(Cell cell) {
        var known = spelled.get(cell);
        if (known == null) {
            known = DaySpelling.of(cell, today);
            if (spelled.size() >= REMEMBERED) {
                spelled.clear();
            }
            spelled.put(cell, known);
        }
        return known;
    }

    private static DayReading reading(@Nullable LocalDate day) {
        return day == null ? new DayReading.NotADay() : new DayReading.Exact(day);
    }

    /** Returns a summary of the column's values so far. */
    public DaySummary summary() {
        var tallies = new EnumMap<DayOrder, DaySummary.Days>(DayOrder.class);
        ordered.forEach((order, tally) -> tallies.put(order, tally.days()));
        return new DaySummary(finder.found(), yearFirst, known.days(), tallies);
    }
}
