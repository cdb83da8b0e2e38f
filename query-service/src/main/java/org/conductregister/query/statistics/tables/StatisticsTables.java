package org.conductregister.query.statistics.tables;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.conductregister.query.statistics.Dimension;
import org.conductregister.query.statistics.Population;
import org.conductregister.query.statistics.StatisticsEngine;
import org.conductregister.query.statistics.Unit;
import org.conductregister.query.statistics.dimension.Dimensions;
import org.conductregister.query.statistics.pages.LimitsInWords;
import org.conductregister.query.tabular.Coded;
import org.conductregister.query.tabular.Column;
import org.conductregister.query.tabular.DataTable;
import org.conductregister.query.tabular.Heading;
import org.conductregister.web.pages.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes tables of answers. Safe for use by several threads. */
@Component
public final class StatisticsTables {

    /** Stands where there are all values of a dimension. */
    public static final Coded TOTAL = CrossTable.TOTAL;

    private static final String VERSION = "version";

    private final StatisticsEngine engine;
    private final LimitsInWords limits;
    private final Words words;

    StatisticsTables(StatisticsEngine engine, LimitsInWords limits, Words words) {
        this.engine = engine;
        this.limits = limits;
        this.words = words;
    }

    /** The sentence, the title and the notes that head a table, on pages and in every format. */
    public Heading heading(Subject subject) {
        var title = title(subject);
        var sentence = "%s. Population: %s. %s. Definitions %s.%s"
                .formatted(
                        title,
                        population(subject.population()),
                        subject.times(),
                        subject.definitions().getOrDefault(VERSION, ""),
                        overlap(subject));
        var notes = new LinkedHashMap<String, String>();
        subject.definitions()
                .forEach((name, text) -> notes.put(name.equals(VERSION) ? "Definitions" : term(name), text));
        return new Heading(file(title), title, sentence, subject.address(), notes);
    }

    /** Such as "Population: also category" for {@code population.alsoCategory}. */
    private String term(String name) {
        return Arrays.stream(name.split("\\.", -1))
                .map(part -> label(part))
                .reduce((first, rest) -> first + ": " + rest.toLowerCase(Locale.UK))
                .orElse(name);
    }

    private String title(Subject subject) {
        var counted =
                words.label(subject.unit().word()) + (subject.measured().isEmpty() ? "" : ": " + subject.measured());
        return subject.groupBy().isEmpty() ? counted : counted + " by " + dimensions(subject.groupBy());
    }

    /** Says that groups overlap, where one member can be in several. */
    private String overlap(Subject subject) {
        var overlapping = Dimensions.overlapping(subject.unit(), subject.groupBy());
        return overlapping.isEmpty()
                ? ""
                : " Groups by %s overlap: one of the %s can be in several, and they add up to more than there are."
                        .formatted(
                                dimensions(overlapping),
                                words.label(subject.unit().word()).toLowerCase(Locale.UK));
    }

    /** Dimensions as a list in words: "force, status and result". */
    public String dimensions(List<String> names) {
        var labels =
                names.stream().map(name -> label(name).toLowerCase(Locale.UK)).toList();
        return labels.size() < 2
                ? String.join("", labels)
                : String.join(", ", labels.subList(0, labels.size() - 1)) + " and " + labels.getLast();
    }

    private String population(Population population) {
        var said = limits.of(population).stream()
                .map(limit -> limit.getKey() + ": " + limit.getValue())
                .collect(Collectors.joining("; "));
        return said.isEmpty() ? "everything" : said;
    }

    private static String file(String title) {
        var name = title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        return name.length() <= 80 ? name : name.substring(0, 80);
    }

    /** Such as "As at 2 June 2018, as known at 9 June 2018 at 09:30". */
    public String times(LocalDate asAt, Instant knownAt) {
        return "As at %s, as known at %s".formatted(words.day(asAt), words.moment(knownAt));
    }

    /** Such as "From 1 April 2018 to 31 March 2019, as known at 9 June 2019 at 09:30". */
    public String times(LocalDate from, LocalDate to, Instant knownAt) {
        return "From %s to %s, as known at %s".formatted(words.day(from), words.day(to), words.moment(knownAt));
    }

    /**
     * The groups of an answer as rows.
     *
     * @param before figures that stand before the dimensions
     * @param groups with the value of each dimension and what the figures read
     */
    public DataTable of(Subject subject, List<Figure> before, List<Figure> figures, List<Map<String, Object>> groups) {
        var dimensions = subject.groupBy();
        var columns = new ArrayList<Column>();
        before.forEach(figure -> columns.add(figure.column()));
        dimensions.forEach(name -> columns.add(column(subject.unit(), name)));
        figures.forEach(figure -> columns.add(figure.column()));
        return new DataTable(heading(subject), columns, groups.size(), sink -> {
            for (var group : groups) {
                var row = new ArrayList<@Nullable Object>(columns.size());
                before.forEach(figure -> row.add(figure.value().apply(group)));
                dimensions.forEach(name -> row.add(cell(name, group.get(name))));
                figures.forEach(figure -> row.add(figure.value().apply(group)));
                sink.row(row);
            }
        });
    }

    /**
     * A table of rows by columns, of one with a count for each group.
     *
     * @param table its last column has the count
     * @param across the name of the column whose values become columns
     */
    public DataTable crossed(DataTable table, Unit unit, String across) {
        var names = table.columns().stream().map(Column::name).toList();
        var orders = names.subList(0, names.size() - 1).stream()
                .map(name -> order(unit, name))
                .toList();
        try {
            return CrossTable.of(table, names.indexOf(across), orders);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Words of a fixed list in its order, codes by their words, numbers and days by their size; totals behind them. */
    private Comparator<Object> order(Unit unit, String dimension) {
        var fixed = engine.dimensions(unit).stream()
                .filter(each -> each.name().equals(dimension))
                .flatMap(each -> each.words().stream())
                .toList();
        return Comparator.<Object, Boolean>comparing(TOTAL::equals)
                .thenComparing((a, b) -> a instanceof Coded first && b instanceof Coded second
                        ? compare(fixed, first, second)
                        : Dimension.ORDER.compare(a, b));
    }

    private static int compare(List<String> fixed, Coded first, Coded second) {
        int order = Integer.compare(
                fixed.indexOf(first.code().toString()),
                fixed.indexOf(second.code().toString()));
        return order != 0
                ? order
                : Comparator.comparing(Coded::words)
                        .thenComparing(coded -> coded.code().toString())
                        .compare(first, second);
    }

    /** The column of a dimension. */
    public Column column(Unit unit, String dimension) {
        return new Column(dimension, label(dimension), kind(unit, dimension));
    }

    private Column.Kind kind(Unit unit, String dimension) {
        return engine.dimensions(unit).stream()
                .filter(each -> each.name().equals(dimension))
                .findFirst()
                .map(Dimension::values)
                .map(values -> switch (values) {
                    case WORD, CODE, CODES, FINANCIAL_YEAR -> Column.Kind.TEXT;
                    case NUMBER -> Column.Kind.WHOLE_NUMBER;
                    case FLAG -> Column.Kind.FLAG;
                })
                .orElse(Column.Kind.TEXT);
    }

    /** The cell of a dimension's value; of several, all of them: codes with spaces between, words with commas. */
    public @Nullable Object cell(String dimension, @Nullable Object value) {
        if (value instanceof List<?> several) {
            var codes = several.stream().map(Object::toString).collect(Collectors.joining(" "));
            return new Coded(
                    codes,
                    several.stream().map(each -> words.value(dimension, each)).collect(Collectors.joining(", ")));
        }
        return value instanceof String ? new Coded(value, words.value(dimension, value)) : value;
    }

    /** The name of a dimension, figure or definition in words. */
    public String label(String name) {
        return words.label(Character.toUpperCase(name.charAt(0)) + name.substring(1));
    }
}
