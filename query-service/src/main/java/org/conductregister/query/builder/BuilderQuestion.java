package org.conductregister.query.builder;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.conductregister.query.overview.Address;
import org.conductregister.query.overview.PageQuestion;
import org.conductregister.query.pointintime.Parameters;
import org.conductregister.query.statistics.Moment;
import org.conductregister.query.statistics.Unit;
import org.conductregister.query.statistics.http.TableCalls.Call;
import org.conductregister.query.statistics.rates.Rates;
import org.jspecify.annotations.Nullable;

/**
 * The question of the page, read from its address. What does not go with the unit or with what is shown is left out.
 *
 * @param page the unit, the population and the times
 * @param rows one or two dimensions, or none
 * @param columns a dimension across, for counts; null for none
 * @param shares of what the shares are; NONE for none
 * @param rates whether rates per 1,000 staff are shown; never for durations
 * @param sort the name of the column that rows are sorted by; null for the order of their names
 */
record BuilderQuestion(
        PageQuestion page,
        Call show,
        List<String> rows,
        @Nullable String columns,
        Shares shares,
        boolean zeros,
        boolean rates,
        Map<String, String> measure,
        Map<String, String> periods,
        @Nullable String sort,
        boolean descending) {

    /** The total that a share is taken from. */
    enum Shares {
        NONE,
        ROW,
        COLUMN,
        ALL
    }

    private static final List<String> OF_DURATIONS = List.of("fromMoment", "toMoment", "clock", "suspension", "over");
    private static final List<String> OF_PERIODS = List.of("fromDay", "toDay", "step", "yearStart");

    /** @param dimensions of the unit, by name */
    static BuilderQuestion read(PageQuestion page, List<String> dimensions) {
        var parameters = page.parameters();
        var asked = parameters.choice("show", Call.class);
        boolean moving = page.unit() == Unit.ALLEGATIONS || page.unit() == Unit.CASES;
        var show = asked == null || (!moving && (asked == Call.DURATIONS || asked == Call.FLOWS)) ? Call.COUNT : asked;
        var rows = Stream.of("rows", "rows2")
                .map(parameters::text)
                .filter(name -> name != null && dimensions.contains(name))
                .distinct()
                .toList();
        var across = parameters.text("columns");
        var columns = show == Call.COUNT && across != null && dimensions.contains(across) && !rows.contains(across)
                ? across
                : null;
        var shares = parameters.choice("shares", Shares.class);
        return new BuilderQuestion(
                page,
                show,
                rows,
                columns,
                shares == null ? Shares.NONE : shares,
                "true".equals(parameters.text("zeros")),
                show != Call.DURATIONS && Rates.STAFF.equals(parameters.text(Rates.PARAMETER)),
                measure(parameters),
                periods(parameters, page.times().asAt()),
                parameters.text("sort"),
                "true".equals(parameters.text("descending")));
    }

    private static Map<String, String> measure(Parameters parameters) {
        var measure = new LinkedHashMap<>(Map.of(
                "fromMoment", Moment.REPORTED.name(),
                "toMoment", Moment.CLOSED.name(),
                "clock", "CALENDAR",
                "suspension", "INCLUDED",
                "over", ""));
        measure.replaceAll((name, usual) -> orUsual(parameters, name, usual));
        return measure;
    }

    private static Map<String, String> periods(Parameters parameters, LocalDate asAt) {
        var periods = new LinkedHashMap<>(Map.of(
                "fromDay",
                asAt.minusYears(5).withDayOfYear(1).toString(),
                "toDay",
                asAt.toString(),
                "step",
                "YEAR",
                "yearStart",
                ""));
        periods.replaceAll((name, usual) -> orUsual(parameters, name, usual));
        return periods;
    }

    private static String orUsual(Parameters parameters, String name, String usual) {
        var text = parameters.text(name);
        return text == null ? usual : text;
    }

    /** The parameters of the call of the API that gives the table. */
    Map<String, List<String>> call() {
        var call = new LinkedHashMap<String, List<String>>(page.kept());
        call.remove("groupBy");
        if (!groupBy().isEmpty()) {
            call.put("groupBy", List.of(String.join(",", groupBy())));
        }
        if (zeros) {
            call.put("zeros", List.of("true"));
        }
        if (rates) {
            call.put(Rates.PARAMETER, List.of(Rates.STAFF));
        }
        switch (show) {
            case COUNT -> {
                if (columns != null) {
                    call.put("columns", List.of(columns));
                }
                call.put("totals", List.of("true"));
            }
            case SERIES, FLOWS -> {
                put(call, "from", periods.get("fromDay"));
                put(call, "to", periods.get("toDay"));
                put(call, "step", periods.get("step"));
                if ("YEAR".equals(periods.get("step"))) {
                    put(call, "yearStart", periods.get("yearStart"));
                }
            }
            case DURATIONS -> {
                put(call, "from", measure.get("fromMoment"));
                put(call, "to", measure.get("toMoment"));
                put(call, "clock", measure.get("clock"));
                put(call, "suspension", measure.get("suspension"));
                put(call, "over", measure.get("over"));
            }
        }
        if (show == Call.COUNT || show == Call.DURATIONS) {
            call.put("asAt", List.of(page.times().asAt().toString()));
        }
        call.put("knownAt", List.of(page.times().knownAt().toString()));
        return call;
    }

    private static void put(Map<String, List<String>> call, String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            call.put(name, List.of(value));
        }
    }

    /** The dimensions of the groups, those of the rows first. */
    List<String> groupBy() {
        return columns == null
                ? rows
                : Stream.concat(rows.stream(), Stream.of(columns)).toList();
    }

    /** Returns the parameters in the page's address, but for the times and the order of rows. */
    Map<String, List<String>> kept() {
        var kept = new LinkedHashMap<String, List<String>>();
        kept.put("show", List.of(show.name()));
        page.kept().forEach((name, values) -> {
            if (!name.equals("groupBy")) {
                kept.put(name, values);
            }
        });
        var names = new ArrayList<>(List.of("rows", "rows2"));
        rows.forEach(row -> kept.put(names.removeFirst(), List.of(row)));
        if (columns != null) {
            kept.put("columns", List.of(columns));
        }
        if (shares != Shares.NONE) {
            kept.put("shares", List.of(shares.name()));
        }
        if (zeros) {
            kept.put("zeros", List.of("true"));
        }
        if (rates) {
            kept.put(Rates.PARAMETER, List.of(Rates.STAFF));
        }
        if (show == Call.DURATIONS) {
            OF_DURATIONS.forEach(name -> put(kept, name, measure.get(name)));
        } else if (show != Call.COUNT) {
            OF_PERIODS.forEach(name -> put(kept, name, periods.get(name)));
        }
        return kept;
    }

    /** The address of the page, for keeping: as known when it is opened, where that is how it was asked for. */
    public String address() {
        var address = new Address(TableBuilderPage.PATH, kept());
        if (page.parameters().text("asAt") != null) {
            address = address.with("asAt", page.times().asAt());
        }
        if (!page.isKnownNow()) {
            address = address.with("knownAt", page.times().knownAt());
        }
        return (sort == null ? address : address.with("sort", sort).with("descending", descending)).toString();
    }
}
