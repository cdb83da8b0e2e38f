package org.conductregister.query.pointintime;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.conductregister.query.pointintime.InvalidParametersException.Fault;
import org.conductregister.web.requests.ReadsParameters;
import org.conductregister.web.requests.UndeclaredParameters;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * The query parameters of a read. A controller gets them by declaring a parameter of this type. Faults are collected
 * while the parameters are read, and refused together by {@link #refuseFaults}. A parameter without a value, as forms
 * send it, counts as absent. For one thread.
 */
@ReadsParameters
public final class Parameters {

    /** A time of day before an offset whose plus sign arrived as the blank that it stands for in an address. */
    private static final Pattern LOST_PLUS = Pattern.compile("T.* \\d\\d(:?\\d\\d)?$");

    private static final String LOST_PLUS_RULE =
            "; in an address the + before an offset is written %2B, as in 2018-06-02T10:30:00%2B01:00, for + means a"
                    + " blank";

    /** Parameters that an address given to others leaves out. */
    private static final Set<String> OF_ONE_ANSWER = Set.of("asAt", "knownAt", "atLeast", "page", "format");

    private final Map<String, List<String>> values;
    private final Set<String> known = new HashSet<>();
    private final Set<Fault> faults = new LinkedHashSet<>();

    public Parameters(Map<String, List<String>> values) {
        this.values = values;
    }

    /** The values of a parameter that is repeated to give several, in order; none of them has a comma. */
    public List<String> texts(String name) {
        var given = phrases(name);
        var several = given.stream().filter(value -> value.contains(",")).findFirst();
        several.ifPresent(text -> fault(name, severalInOne(name, text)));
        return given.stream().filter(value -> !value.contains(",")).toList();
    }

    private static String severalInOne(String name, String text) {
        var one = Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .map(value -> name + "=" + value)
                .collect(Collectors.joining("&"));
        return "takes one value each time it is given, without commas; for several, repeat it: " + one;
    }

    /** Every value given, in order, whatever is in it. */
    public List<String> phrases(String name) {
        known.add(name);
        return values.getOrDefault(name, List.of()).stream()
                .filter(value -> !value.isBlank())
                .toList();
    }

    /** The values of a parameter that is repeated, or a list with commas. */
    public List<String> list(String name) {
        return phrases(name).stream()
                .flatMap(text -> Arrays.stream(text.split(",")))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .toList();
    }

    public @Nullable String text(String name) {
        var texts = phrases(name);
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
            fault(name, LOST_PLUS.matcher(text).find() ? rule + LOST_PLUS_RULE : rule);
            return null;
        }
    }

    /** Notes what is wrong with a parameter. */
    public void fault(String name, String detail) {
        faults.add(new Fault(name, detail));
    }

    /** Returns the faults noted so far, for a page that says so and goes on. */
    public List<Fault> faults() {
        return List.copyOf(faults);
    }

    /** Says that there are parameters of these names, though nobody asks for their values. */
    public void know(Collection<String> names) {
        known.addAll(names);
    }

    /** Notes a fault for each parameter that nobody has asked for until now. */
    public void refuseUnknown() {
        values.keySet().stream()
                .filter(name -> !known.contains(name))
                .sorted()
                .forEach(name -> fault(name, UndeclaredParameters.unknown(name, known)));
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

    /**
     * The address of the same call at times that are stated, so that it is answered alike for ever.
     *
     * @param asAt null where the call takes none
     */
    public String pinned(String path, @Nullable LocalDate asAt, Instant knownAt) {
        var address = UriComponentsBuilder.fromPath(path);
        values.forEach((name, given) -> {
            if (!OF_ONE_ANSWER.contains(name)) {
                given.stream()
                        .filter(value -> !value.isBlank())
                        .forEach(value -> address.queryParam(name, encoded(value)));
            }
        });
        if (asAt != null) {
            address.queryParam("asAt", asAt);
        }
        return address.queryParam("knownAt", knownAt).build(true).toString();
    }

    /** Returns the address as {@link #pinned} does, of a call with two pairs of times. */
    public String pinnedTwice(String path, PointInTime first, PointInTime second) {
        var once = new LinkedHashMap<>(values);
        once.keySet().removeAll(Set.of("asAt2", "knownAt2"));
        return new Parameters(once).pinned(path, first.asAt(), first.knownAt())
                + "&asAt2=%s&knownAt2=%s".formatted(second.asAt(), second.knownAt());
    }

    /**
     * The address of the next page of a list.
     *
     * @param pinned the address of the list, with its times stated
     * @param page from 0
     * @return null where this is the last page
     */
    public static @Nullable String nextPage(String pinned, int page, int size, long total) {
        return (page + 1L) * size < total ? pinned + "&page=" + (page + 1) : null;
    }

    private static String encoded(String value) {
        return UriUtils.encode(value, StandardCharsets.UTF_8);
    }
}
