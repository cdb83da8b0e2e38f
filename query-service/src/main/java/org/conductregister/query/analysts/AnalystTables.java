package org.conductregister.query.analysts;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Refuses tables whose dimensions or days tell an analyst too much, by the parameters of their calls. Thread-safe. */
@Component
public class AnalystTables {

    private final AnalystReader reader;
    private final AnalystProperties settings;

    AnalystTables(AnalystReader reader, AnalystProperties settings) {
        this.reader = reader;
        this.settings = settings;
    }

    /**
     * Refuses a table that is too fine for whoever asks, where they are an analyst.
     *
     * @param parameters of its call
     * @throws org.conductregister.web.ProblemException {@code TABLE_TOO_FINE}, saying what would do
     */
    public void refuseTooFine(Map<String, List<String>> parameters) {
        refuseTooFine((String name) -> parameters.getOrDefault(name, List.of()));
    }

    void refuseTooFine(Function<String, List<String>> parameters) {
        if (reader.isLimited()) {
            refuseDimensions(parameters);
            refuseDays(parameters, "reported");
            refuseDays(parameters, "referred");
        }
    }

    private void refuseDimensions(Function<String, List<String>> parameters) {
        long asked = values(parameters.apply("groupBy")).count();
        if (asked > settings.dimensions()) {
            throw TableTooFine.ofDimensions(Math.toIntExact(asked), settings.dimensions());
        }
    }

    private static Stream<String> values(List<String> given) {
        return given.stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .distinct();
    }

    private void refuseDays(Function<String, List<String>> parameters, String moment) {
        var from = day(parameters.apply(moment + "From"));
        var to = day(parameters.apply(moment + "To"));
        var end = to == null ? day(parameters.apply("asAt")) : to;
        if (from == null || end == null || end.isBefore(from)) {
            return;
        }
        long days = ChronoUnit.DAYS.between(from, end) + 1;
        if (days < settings.days()) {
            throw TableTooFine.ofDays(moment, days, settings.days());
        }
    }

    /** The day that a parameter states; null where it states none, which whoever answers refuses. */
    private static @Nullable LocalDate day(List<String> given) {
        try {
            return given.isEmpty() || given.getFirst().isBlank()
                    ? null
                    : LocalDate.parse(given.getFirst().strip());
        } catch (DateTimeParseException noDay) {
            return null;
        }
    }
}
