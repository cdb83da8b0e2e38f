package org.conductregister.query.statistics.benchmark.measurement;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.Predicate;
import org.conductregister.query.statistics.benchmark.queries.Query;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The measurements, printed as they come and written as JSON. */
public final class Report {

    private static final String CUMULATIVE = "PostgreSQL cumulative";
    private static final List<String> STRUCTURES =
            List.of("DuckDB intervals", "DuckDB points", "PostgreSQL intervals", CUMULATIVE);

    private final String part;
    private final Map<String, Object> conditions;
    private final List<Map<String, Object>> queries;
    private final Map<String, Object> figures;

    public Report() {
        this("", new LinkedHashMap<>(), new ArrayList<>(), new LinkedHashMap<>());
    }

    private Report(
            String part,
            Map<String, Object> conditions,
            List<Map<String, Object>> queries,
            Map<String, Object> figures) {
        this.part = part;
        this.conditions = conditions;
        this.queries = queries;
        this.figures = figures;
    }

    /** The same report; what is told to this has a name that begins so. */
    public Report part(String name) {
        return new Report(name, conditions, queries, figures);
    }

    public void condition(String name, Object value) {
        conditions.put(part + name, value);
        say("%s%s: %s", part, name, value);
    }

    public void figure(String name, Object value) {
        figures.put(part + name, value);
        say("%s%s: %s", part, name, value);
    }

    public void times(String name, Times times) {
        figure(name, asMap(times));
    }

    /** Prints a line; the format is that of {@link String#format}. */
    @SuppressWarnings("AnnotateFormatMethod") // the annotation alone would bring a library
    public static void say(String format, Object... arguments) {
        System.out.println(String.format(Locale.ROOT, format, arguments));
    }

    /** Above what {@link #query} prints. */
    public void heading() {
        say(
                "| | ours: median | p99 | wanted | met | %s | best of all | wanted | met | best that answers any |",
                String.join(" | ", STRUCTURES));
        say("|%s", " --- |".repeat(9 + STRUCTURES.size()));
    }

    /**
     * Prints and keeps the times of a query.
     *
     * @param others of each structure of a database that can answer it, by name; none where none was loaded
     */
    public void query(Query query, Times ours, Map<String, Times> others) {
        boolean fast = ours.median() <= query.targetMedian() && ours.p99() <= query.targetP99();
        double best = ratioToBest(ours, others, structure -> true);
        double bestOfAny = ratioToBest(ours, others, structure -> !structure.equals(CUMULATIVE));
        boolean faster = best >= query.targetRatio() && meetsEach(query, ours, others);
        var row = new LinkedHashMap<String, Object>();
        row.put("query", query.name());
        row.put("words", query.words());
        row.put("ours", asMap(ours));
        row.put("targetMedianMicros", query.targetMedian() / 1e3);
        row.put("targetP99Micros", query.targetP99() / 1e3);
        row.put("met", fast);
        row.put("others", ratios(ours, others));
        row.put("ratioToBest", best);
        row.put("ratioToBestThatAnswersAny", bestOfAny);
        row.put("targetRatio", query.targetRatio());
        row.put("targetRatios", query.targetRatios());
        row.put("ratioMet", faster);
        queries.add(row);
        var line = new StringJoiner(" | ", "| ", " |");
        line.add(query.name()).add(inMicros(ours.median())).add(inMicros(ours.p99()));
        line.add(inMicros(query.targetMedian()) + " / " + inMicros(query.targetP99()))
                .add(yes(fast));
        for (var structure : STRUCTURES) {
            var times = others.get(structure);
            line.add(times == null ? "" : inMicros(times.median()) + " / " + inMicros(times.p99()));
        }
        line.add(times(best)).add(times(query.targetRatio())).add(yes(faster)).add(times(bestOfAny));
        say("%s", line);
    }

    private static double ratioToBest(Times ours, Map<String, Times> others, Predicate<String> counted) {
        return others.entrySet().stream()
                .filter(other -> counted.test(other.getKey()))
                .mapToDouble(other -> (double) other.getValue().median() / ours.median())
                .min()
                .orElse(0);
    }

    private static boolean meetsEach(Query query, Times ours, Map<String, Times> others) {
        return query.targetRatios().entrySet().stream()
                .allMatch(target -> others.containsKey(target.getKey())
                        && others.get(target.getKey()).median() >= target.getValue() * ours.median());
    }

    private static Map<String, Object> ratios(Times ours, Map<String, Times> others) {
        var ratios = new LinkedHashMap<String, Object>();
        others.forEach((structure, times) -> {
            var entry = asMap(times);
            entry.put("ratio", (double) times.median() / ours.median());
            ratios.put(structure, entry);
        });
        return ratios;
    }

    private static String yes(boolean met) {
        return met ? "yes" : "no";
    }

    private static String times(double ratio) {
        return String.format(Locale.ROOT, ratio < 10 ? "%.2f" : "%,.0f", ratio);
    }

    private static Map<String, Object> asMap(Times times) {
        var map = new LinkedHashMap<String, Object>();
        map.put("medianMicros", times.median() / 1e3);
        map.put("p99Micros", times.p99() / 1e3);
        map.put("longestMicros", times.longest() / 1e3);
        map.put("meanMicros", Math.round(times.mean()) / 1e3);
        map.put("calls", times.calls());
        return map;
    }

    private static String inMicros(long nanos) {
        return String.format(Locale.ROOT, nanos < 100_000 ? "%,.2f µs" : "%,.0f µs", nanos / 1e3);
    }

    public void write(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        var all = new LinkedHashMap<String, Object>();
        all.put("conditions", conditions);
        all.put("queries", queries);
        all.put("figures", figures);
        JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build().writeValue(file.toFile(), all);
        say("written to %s", file);
    }
}
