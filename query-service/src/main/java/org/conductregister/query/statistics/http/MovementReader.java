package org.conductregister.query.statistics.http;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.conductregister.query.pointintime.Parameters;
import org.conductregister.query.statistics.Measure;
import org.conductregister.query.statistics.Measure.Clock;
import org.conductregister.query.statistics.Measure.Suspension;
import org.conductregister.query.statistics.Moment;
import org.conductregister.query.statistics.Unit;
import org.jspecify.annotations.Nullable;

/** Reads from a request what is measured, and over which periods. Faults are left with the parameters. */
final class MovementReader {

    /** The units that durations and flows are of. */
    static final List<Unit> UNITS = List.of(Unit.ALLEGATIONS, Unit.CASES);

    /** The longest limit, in days. */
    static final int MOST_DAYS = 1_000_000;

    private static final int NO_LIMIT = -1;

    private final Parameters parameters;

    MovementReader(Parameters parameters) {
        this.parameters = parameters;
    }

    /** Notes a fault where a unit that there is has no durations and flows. */
    void refuseOthersThan(List<Unit> units, Unit unit) {
        if (!units.contains(unit)) {
            parameters.fault(
                    "unit", "must be one of " + units.stream().map(Unit::word).collect(Collectors.joining(", ")));
        }
    }

    /** Returns the measure asked for; null together with a fault. */
    @Nullable
    Measure measure(Unit unit) {
        var from = moment("from", Moment.STARTS, unit);
        var to = moment("to", Moment.ENDS, unit);
        var clock = parameters.choice("clock", Clock.class);
        var suspension = parameters.choice("suspension", Suspension.class);
        int over = (int) parameters.number("over", NO_LIMIT, 0, MOST_DAYS);
        if (from != null && from == to) {
            parameters.fault("to", "must be another moment than from");
        }
        if (from == null || to == null || from == to) {
            return null;
        }
        return new Measure(
                from,
                to,
                clock == null ? Clock.CALENDAR : clock,
                suspension == null ? Suspension.INCLUDED : suspension,
                over == NO_LIMIT ? null : over);
    }

    private @Nullable Moment moment(String name, Set<Moment> possible, Unit unit) {
        var word = parameters.text(name);
        var moment = Arrays.stream(Moment.values())
                .filter(each -> each.name().equals(word) && possible.contains(each))
                .findFirst()
                .orElse(null);
        if (moment == null) {
            parameters.fault(name, "must be one of " + String.join(", ", words(possible)));
        } else if (UNITS.contains(unit) && !moment.appliesTo(unit)) {
            parameters.fault(name, "%s is not a moment of %s".formatted(moment, unit.word()));
            return null;
        }
        return moment;
    }

    /** The names of moments, in their order. */
    static List<String> words(Set<Moment> moments) {
        return moments.stream()
                .sorted(Comparator.naturalOrder())
                .map(Moment::name)
                .toList();
    }

    /** A day that must be given; null together with a fault. */
    @Nullable
    LocalDate day(String name) {
        var day = parameters.day(name);
        if (day == null && parameters.text(name) == null) {
            parameters.fault(name, "is missing; give a day, as YYYY-MM-DD");
        }
        return day;
    }

    /** One of the constants, which must be given; null together with a fault. */
    <E extends Enum<E>> @Nullable E required(String name, Class<E> type) {
        var choice = parameters.choice(name, type);
        if (choice == null && parameters.text(name) == null) {
            parameters.fault(
                    name,
                    "must be one of "
                            + Arrays.stream(type.getEnumConstants())
                                    .map(Enum::name)
                                    .collect(Collectors.joining(", ")));
        }
        return choice;
    }

    /** Notes a fault where a period ends before it begins. */
    void refuseBackward(@Nullable LocalDate from, @Nullable LocalDate to) {
        if (from != null && to != null && to.isBefore(from)) {
            parameters.fault("to", "must not be before from");
        }
    }
}
