package org.conductregister.command.imports.days;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts days, and keeps the first and the last of them. */
final class DayTally {

    private static final int EXAMPLES = 5;

    /** Before it, a day is worth a question. */
    private static final LocalDate EARLIEST = LocalDate.of(1950, 1, 1);

    private long exact;
    private long within;
    private long odd;
    private long notDays;
    private @Nullable LocalDate earliest;
    private @Nullable LocalDate latest;
    private final List<String> withinExamples = new ArrayList<>();
    private final List<String> notOverExamples = new ArrayList<>();
    private final List<String> oddExamples = new ArrayList<>();

    void add(DayReading reading, String text, LocalDate today) {
        switch (reading) {
            case DayReading.Exact(LocalDate day) -> {
                exact++;
                range(day, day, text, today);
            }
            case DayReading.Within(LocalDate first, LocalDate last) -> {
                within++;
                example(withinExamples, text);
                if (last.isAfter(today) && !isOdd(first, today)) {
                    example(notOverExamples, text);
                }
                range(first, last, text, today);
            }
            case DayReading.NotADay none -> notDays++;
            case DayReading.Nothing none -> {}
        }
    }

    private void range(LocalDate first, LocalDate last, String text, LocalDate today) {
        if (isOdd(first, today)) {
            odd++;
            example(oddExamples, text);
        }
        earliest = earliest == null || first.isBefore(earliest) ? first : earliest;
        latest = latest == null || last.isAfter(latest) ? last : latest;
    }

    private static boolean isOdd(LocalDate day, LocalDate today) {
        return day.isBefore(EARLIEST) || day.isAfter(today);
    }

    private static void example(List<String> examples, String text) {
        if (examples.size() < EXAMPLES && !examples.contains(text)) {
            examples.add(text);
        }
    }

    DaySummary.Days days() {
        return new DaySummary.Days(
                exact, within, odd, notDays, earliest, latest, withinExamples, notOverExamples, oddExamples);
    }
}
