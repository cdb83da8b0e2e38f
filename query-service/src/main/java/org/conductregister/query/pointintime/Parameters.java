package org.conductregister.query.pointintime;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.conductregister.query.pointintime.InvalidParametersException.Fault;
import org.jspecify.annotations.Nullable;

/**
 * The query parameters of a read. A controller that declares a parameter of this type is given it. Faults are gathered
 * while the parameters are read, and refused together by {@link #refuseFaults}. A parameter without a value, as forms
 * send them, is as if it were not there.
 */
public final class Parameters {

    private final Map<String, List<String>> values;
    private final Set<String> known = new HashSet<>();
    private final Set<Fault> faults = new LinkedHashSet<>();

    public Parameters(Map<String, List<String>> values) {
        this.values = values;
    }

    /** Every value given, in order. */
    public List<String> texts(String name) {
        known.add(name);
        return values.getOrDefault(name, List.of()).stream()
                .filter(value -> !value.isBlank())
                .toList();
    }

    /** The values of a parameter that is repeated, or a list with commas. */
    public List<String> list(String name) {
        return texts(name).stream()
                .flatMap(text -> Arrays.stream(text.split(",")))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .toList();
    }

    public @Nullable String text(String name) {
        var texts = texts(name);
        if (texts.size() > 1) {
            fault(name, "must not be given more than once");
        }
        return texts.isEmpty() ? null : texts.getFirst();
    }

    public @Nullable LocalDate day(String name) {
        return parse(name, "must be a day of the calendar, as YYYY-MM-DD", Parameters::parseDay);
    }

    private static LocalDate parseDay(String text) {
        if (text.length() != 10) {
            throw new DateTimeParseException("not ten characters", text, 0);
        }
        return LocalDate.parse(text);
    }

    public @Nullable Instant instant(String name) {
        return parse(name, "must be an instant in UTC, such as 2018-06-02T09:30:00Z", Instant::parse);
    }

    /** @param parser of the forms that an instant may have here */
    @Nullable
    Instant moment(String name, Function<String, Instant> parser) {
        return parse(name, "must be a day, with or without a time of day", parser);
    }

    public long number(String name, long whereAbsent, long least, long most) {
        var number = parse(name, "must be a whole number", Long::valueOf);
        if (number == null) {
            return whereAbsent;
        }
        if (number < least || number > most) {
            fault(name, "must be from %d to %d".formatted(least, most));
        }
        return number;
    }

    public <E extends Enum<E>> Set<E> choices(String name, Class<E> type) {
        return texts(name).stream()
                .map(text -> choice(name, text, type))
                .filter(choice -> choice != null)
                .collect(Collectors.toSet());
    }

    public <E extends Enum<E>> @Nullable E choice(String name, Class<E> type) {
        var text = text(name);
        return text == null ? null : choice(name, text, type);
    }

    private <E extends Enum<E>> @Nullable E choice(String name, String text, Class<E> type) {
        for (var constant : type.getEnumConstants()) {
            if (constant.name().equals(text)) {
                return constant;
            }
        }
        fault(name, "must be one of " + words(type.getEnumConstants()));
        return null;
    }

    private static String words(Object[] choices) {
        return Arrays.stream(choices).map(Object::toString).collect(Collectors.joining(", "));
    }

    private <T> @Nullable T parse(String name, String rule, Function<String, T> parser) {
        var text = text(name);
        if (text == null) {
            return null;
        }
        try {
            return parser.apply(text);
        } catch (DateTimeParseException | NumberFormatException e) {
            fault(name, rule);
            return null;
        }
    }

    /** Notes what is wrong with a parameter. */
    public void fault(String name, String detail) {
        faults.add(new Fault(name, detail));
    }

    /** What was noted so far, for a page that says so and goes on. */
    public List<Fault> faults() {
        return List.copyOf(faults);
    }

    /** Refuses parameters that nobody has asked for until now. */
    public void refuseUnknown() {
        values.keySet().stream()
                .filter(name -> !known.contains(name))
                .sorted()
                .forEach(name -> fault(name, "is not a parameter of this read"));
    }

    /**
     * Refuses the request where a fault was noted.
     *
     * @throws InvalidParametersException when a fault was noted
     */
    public void refuseFaults() {
        if (!faults.isEmpty()) {
            throw new InvalidParametersException(List.copyOf(faults));
        }
    }
}
