package org.conductregister.query.publications;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.conductregister.query.statistics.http.TableCalls.Call;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/**
 * A call of the API that gives a table, without its times.
 *
 * @param parameters by name, as they were sent
 */
record PublishedQuery(Call call, Map<String, List<String>> parameters) {

    private static final String COUNT_EXPORT = Call.COUNT.path() + "/export";

    /** Parameters of a file, of a page, or stated beside the query. */
    private static final Set<String> NO_PART = Set.of("asAt", "knownAt", "atLeast", "format", "page", "size");

    /** How a table is laid out plays no part in what it says. */
    private static final Set<String> LAYOUT = Set.of("columns", "totals");

    /** Parameters of an export under disclosure control: what it hides is no part of what is counted. */
    private static final Set<String> PROTECTION = Set.of("suppressBelow", "roundTo");

    /**
     * Reads a call: its path and its parameters, or the parameters alone, which are then of a count.
     *
     * @throws IllegalArgumentException saying what is wrong with it
     */
    static PublishedQuery parse(String text) {
        int mark = text.indexOf('?');
        var path = mark < 0 ? "" : text.substring(0, mark);
        var call = path.isEmpty() || path.equals(COUNT_EXPORT)
                ? Call.COUNT
                : Arrays.stream(Call.values())
                        .filter(each -> each.path().equals(path))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException(
                                "must be a call of /api/v1/statistics that gives a table, or its parameters"));
        var parameters = new LinkedHashMap<String, List<String>>();
        for (var parameter : text.substring(mark + 1).split("&", -1)) {
            int equals = parameter.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException("must have parameters as name=value, with & between them");
            }
            var name = decoded(parameter.substring(0, equals));
            if (!NO_PART.contains(name)) {
                parameters
                        .computeIfAbsent(name, each -> new ArrayList<>())
                        .add(decoded(parameter.substring(equals + 1)));
            }
        }
        return new PublishedQuery(call, parameters);
    }

    private static String decoded(String text) {
        return UriUtils.decode(text.replace('+', ' '), StandardCharsets.UTF_8);
    }

    /** Whether it is of one day. */
    boolean isOfOneDay() {
        return call == Call.COUNT || call == Call.DURATIONS;
    }

    /** The parameters of the call that gives the whole table, in its plain layout, at two times. */
    Map<String, List<String>> at(@Nullable LocalDate asAt, Instant knownAt) {
        var all = withTimes(asAt, knownAt);
        LAYOUT.forEach(all::remove);
        return all;
    }

    /** The same, laid out as it was asked for. */
    Map<String, List<String>> laidOut(@Nullable LocalDate asAt, Instant knownAt) {
        return withTimes(asAt, knownAt);
    }

    private Map<String, List<String>> withTimes(@Nullable LocalDate asAt, Instant knownAt) {
        var all = new LinkedHashMap<>(parameters);
        PROTECTION.forEach(all::remove);
        if (asAt != null) {
            all.put("asAt", List.of(asAt.toString()));
        }
        all.put("knownAt", List.of(knownAt.toString()));
        return all;
    }

    /** The call from its path on, without times. */
    @Override
    public String toString() {
        var address = new StringBuilder(call.path());
        char next = '?';
        for (var parameter : parameters.entrySet()) {
            for (var value : parameter.getValue()) {
                address.append(next)
                        .append(parameter.getKey())
                        .append('=')
                        .append(UriUtils.encode(value, StandardCharsets.UTF_8));
                next = '&';
            }
        }
        return address.toString();
    }
}
