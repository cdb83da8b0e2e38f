package org.conductregister.query.statistics.points;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.conductregister.query.pointintime.PointInTime;
import org.conductregister.query.statistics.Dimension;
import org.conductregister.query.statistics.Durations;
import org.conductregister.query.statistics.Filter;
import org.conductregister.query.statistics.Measure;
import org.conductregister.query.statistics.Moment;
import org.conductregister.query.statistics.Population;
import org.conductregister.query.statistics.Question;
import org.conductregister.query.statistics.Unit;
import org.conductregister.query.statistics.dimension.Dimensions;
import org.jspecify.annotations.Nullable;

/** Asks the points of one or several directories by the statements beside them, with their examples replaced. */
final class PointsInDuckDb implements AutoCloseable {

    private static final Map<Unit, String> VIEWS = Map.of(
            Unit.ALLEGATIONS, "knownAllegations",
            Unit.CASES, "knownCases",
            Unit.OFFICERS, "knownAllegations",
            Unit.REFERRALS, "knownReferrals",
            Unit.RESPONSES, "knownResponses");

    /** Columns of allegations with which officers' dimensions begin, where they are named otherwise. */
    private static final Map<String, String> OF_OFFICERS =
            Map.of("force", "officerForce", "workforce", "officerWorkforce", "misconduct", "outcomeOrStep");

    private final Connection connection;

    PointsInDuckDb(List<Path> directories) throws SQLException, IOException {
        this.connection = DriverManager.getConnection("jdbc:duckdb:");
        execute("SET threads = 1");
        var opening = PointsStatements.text("open-duckdb.sql")
                .replaceAll(
                        "read_parquet\\('(.*)'\\)",
                        "read_parquet([%s])"
                                .formatted(directories.stream()
                                        .map(directory -> "'%s/$1'".formatted(directory))
                                        .collect(Collectors.joining(", "))));
        execute(opening);
        execute(PointsStatements.text("known.sql"));
    }

    private void execute(String statements) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(statements);
        }
    }

    private void setTimes(PointInTime times, LocalDate from, LocalDate to) throws SQLException {
        execute("""
                CREATE OR REPLACE TEMPORARY VIEW question AS
                SELECT DATE '%s' AS asAt, TIMESTAMPTZ '%s' AS knownAt, DATE '%s' AS periodFrom, DATE '%s' AS periodTo""".formatted(times.asAt(), times.knownAt(), from, to));
    }

    /** A row of an answer: the values grouped by, and numbers by the name of their column. */
    record Row(List<Object> group, Map<String, Object> numbers) {

        long number(String column) {
            return ((Number) numbers.get(column)).longValue();
        }

        @Nullable
        Double fraction(String column) {
            var number = (Number) numbers.get(column);
            return number == null ? null : number.doubleValue();
        }
    }

    List<Row> count(Question question) throws SQLException, IOException {
        setTimes(question.times(), question.times().asAt(), question.times().asAt());
        return question.unit() == Unit.OFFICERS
                ? rows(officers(question), question)
                : rows(grouped("count.sql", question, "p.status", "knownAllegations"), question);
    }

    List<Row> series(Question question, List<LocalDate> days) throws SQLException, IOException {
        setTimes(question.times(), days.getFirst(), days.getLast());
        var text = grouped("series.sql", question, "p.status", "knownAllegations")
                .replaceAll(
                        "SELECT DATE '2017-12-31' AS asAt .*\\*/",
                        days.stream()
                                .map("SELECT DATE '%s' AS asAt"::formatted)
                                .collect(Collectors.joining(" UNION ALL ")));
        return rows(text, question);
    }

    List<Row> flows(Question question, LocalDate from, LocalDate to) throws SQLException, IOException {
        setTimes(new PointInTime(to, question.times().knownAt()), from, to);
        return rows(grouped("flows.sql", question, "p.category", "knownAllegations"), question);
    }

    List<Row> durations(Question question, Measure measure) throws SQLException, IOException {
        setTimes(question.times(), question.times().asAt(), question.times().asAt());
        var text = grouped("durations.sql", question, "p.category", "knownAllegations")
                .replace("s.category /* standing groups */", names(question, "s."))
                .replace("s.reportedDay /* from */", moment(measure.from()))
                .replace("m.closed /* to */", moment(measure.to()))
                .replace("'CLOSED' /* end */", "'" + measure.to() + "'")
                .replace("'INCLUDED' /* suspension */", "'" + measure.suspension() + "'")
                .replace("days /* clock */", measure.clock() == Measure.Clock.WORKING ? "workingDays" : "days")
                .replace("365 /* over */", String.valueOf(measure.over() == null ? 0 : measure.over()));
        return rows(text, question);
    }

    private static String moment(Moment moment) {
        return switch (moment) {
            case REPORTED -> "s.reportedDay";
            case REFERRED -> "s.referredDay";
            case DECIDED -> "coalesce(m.decision, m.outcome)";
            case LISTED -> "m.listing";
            case HEARD -> "coalesce(m.finding, m.outcome)";
            case CLOSED -> "m.closed";
            case FINALISED -> "m.finalised";
            case LEFT -> "m.hasLeft";
        };
    }

    private static String grouped(String file, Question question, String example, String view) throws IOException {
        var of = VIEWS.get(question.unit());
        var divided = question.groupBy().contains("tag")
                ? "(SELECT x.*, t.tag FROM %s x JOIN tags t ON t.tags = x.tags) p".formatted(of)
                : of + " p";
        return PointsStatements.text(file)
                .replace(view + " p /* grouped unit */", divided)
                .replace(view + " p /* unit */", of + " p")
                .replace(example + " /* groups */", names(question, "p."))
                .replace("1 = 1 /* population */", condition(question));
    }

    private static String names(Question question, String alias) {
        return question.groupBy().isEmpty()
                ? alias + "register"
                : question.groupBy().stream().map(alias::concat).collect(Collectors.joining(", "));
    }

    private static String officers(Question question) throws IOException {
        var counted = question.groupBy().stream()
                .filter(name -> !name.equals(Dimensions.ALLEGATION_COUNT))
                .toList();
        var values = each(counted, ", ", i -> "p." + columnOf(counted.get(i)));
        return PointsStatements.text("officers.sql")
                .replace("p.status, p.officerForce /* values */", counted.isEmpty() ? "p.register" : values)
                .replace(
                        "substr(min(v1.ordered), 4) AS status, min(s.officerForce) AS force /* firsts */",
                        counted.isEmpty()
                                ? "1 AS one"
                                : each(
                                        counted,
                                        ", ",
                                        i -> isWord(counted.get(i))
                                                ? "substr(min(v%d.ordered), 4) AS %s".formatted(i, counted.get(i))
                                                : "min(s.%s) AS %s"
                                                        .formatted(columnOf(counted.get(i)), counted.get(i))))
                .replace(
                        "JOIN precedence v1 ON v1.dimension = 'status' AND v1.word = s.status /* precedence */",
                        each(
                                counted,
                                " ",
                                i -> isWord(counted.get(i))
                                        ? "JOIN precedence v%1$d ON v%1$d.dimension = '%2$s' AND v%1$d.word = s.%3$s"
                                                .formatted(i, counted.get(i), columnOf(counted.get(i)))
                                        : ""))
                .replace("p.status, p.force /* groups */", names(question, "p."))
                .replace("1 = 1 /* population */", filters(question.unit(), question.population(), "p"))
                .replace("1 = 1 /* persons */", persons(question.population()));
    }

    private static String each(List<String> names, String between, IntFunction<String> text) {
        return IntStream.range(0, names.size()).mapToObj(text).collect(Collectors.joining(between));
    }

    private static String columnOf(String dimension) {
        return OF_OFFICERS.getOrDefault(dimension, dimension);
    }

    private static boolean isWord(String dimension) {
        return Dimensions.of(Unit.OFFICERS).stream()
                .anyMatch(one -> one.name().equals(dimension) && one.values() == Dimension.Values.WORD);
    }

    /** The conditions of a population on a person as a whole. */
    private static String persons(Population population) {
        var conditions = new ArrayList<String>(List.of("1 = 1"));
        var admitted = filters(Unit.OFFICERS, population, "e");
        var also = population.of(Filter.ALSO_CATEGORY);
        if (!also.isEmpty()) {
            var isAlso = "e.category IN (%s)".formatted(quoted(also));
            conditions.add("""
                    (p.register, p.person) IN (SELECT e.register, e.person FROM knownAllegations e
                    WHERE e.occurredOn <= (SELECT asAt FROM question) GROUP BY e.register, e.person
                    HAVING sum(CASE WHEN %1$s THEN e.delta ELSE 0 END) > 0 AND sum(CASE WHEN %2$s THEN e.delta ELSE 0 END) > 0
                    AND sum(CASE WHEN %1$s OR %2$s THEN e.delta ELSE 0 END) > 1)""".formatted(admitted, isAlso));
        }
        population
                .ever()
                .forEach((dimension, values) ->
                        conditions.add("""
                (p.register, p.person) IN (SELECT e.register, e.person FROM knownAllegations e
                WHERE e.occurredOn <= (SELECT asAt FROM question) AND %s AND (e.register, e.member) IN (%s)
                GROUP BY e.register, e.person HAVING sum(e.delta) > 0)""".formatted(admitted, ever("knownAllegations", "member", dimension, values))));
        return String.join(" AND ", conditions);
    }

    /** The members that have had a value at the end of some day. */
    private static String ever(String view, String key, String dimension, Set<Object> values) {
        var condition = dimension.equals("tag")
                ? "a.tags IN (SELECT tags FROM tags WHERE tag IN (%s))".formatted(quoted(values))
                : "a.%s IN (%s)".formatted(dimension, quoted(values));
        return """
                SELECT a.register, a.%s FROM %s a WHERE a.occurredOn <= (SELECT asAt FROM question) AND %s
                GROUP BY a.register, a.member, a.%1$s HAVING sum(a.delta) > 0 OR sum(a.delta * a.occurredDay) <> 0""".formatted(key, view, condition);
    }

    private static String condition(Question question) {
        var unit = question.unit();
        var filters = filters(unit, question.population(), "p");
        var conditions = new ArrayList<>(List.of(filters));
        question.population()
                .ever()
                .forEach((dimension, values) -> conditions.add("(p.register, p.member) IN (%s)"
                        .formatted(
                                unit == Unit.CASES
                                        ? ever("knownAllegations", "caseMember", dimension, values)
                                        : ever(VIEWS.get(unit), "member", dimension, values))));
        return String.join(" AND ", conditions);
    }

    private static String filters(Unit unit, Population population, String alias) {
        var conditions = new ArrayList<String>(List.of("1 = 1"));
        boolean ofCase = unit == Unit.CASES || unit == Unit.REFERRALS;
        for (var filter : List.of(Filter.FORCE, Filter.KIND, Filter.SOURCE, Filter.RECOMMENDATION_ID)) {
            in(population, filter, alias, conditions);
        }
        if (ofCase) {
            ofTraits(population, alias, conditions);
        } else {
            in(population, Filter.CATEGORY, alias, conditions);
            in(population, Filter.WORKFORCE, alias, conditions);
            tags(population, alias, conditions);
        }
        if (population.reported().from() != null) {
            conditions.add("%s.reportedOn >= DATE '%s'"
                    .formatted(alias, population.reported().from()));
        }
        if (population.reported().to() != null) {
            conditions.add("%s.reportedOn <= DATE '%s'"
                    .formatted(alias, population.reported().to()));
        }
        if (population.referred().from() != null) {
            conditions.add("%s.referredOn >= DATE '%s'"
                    .formatted(alias, population.referred().from()));
        }
        if (population.referred().to() != null) {
            conditions.add("%s.referredOn <= DATE '%s'"
                    .formatted(alias, population.referred().to()));
        }
        return String.join(" AND ", conditions);
    }

    private static void in(Population population, Filter filter, String alias, List<String> conditions) {
        var words = population.of(filter);
        if (!words.isEmpty()) {
            conditions.add("%s.%s IN (%s)".formatted(alias, filter.parameter(), quoted(words)));
        }
    }

    private static void tags(Population population, String alias, List<String> conditions) {
        if (!population.of(Filter.TAG).isEmpty()) {
            conditions.add("%s.tags IN (SELECT tags FROM tags WHERE tag IN (%s))"
                    .formatted(alias, quoted(population.of(Filter.TAG))));
        }
        if (!population.of(Filter.WITHOUT_TAG).isEmpty()) {
            conditions.add("%s.tags NOT IN (SELECT tags FROM tags WHERE tag IN (%s))"
                    .formatted(alias, quoted(population.of(Filter.WITHOUT_TAG))));
        }
    }

    private static void ofTraits(Population population, String alias, List<String> conditions) {
        var ofAllegation = new ArrayList<String>(List.of("1 = 1"));
        in(population, Filter.CATEGORY, "t", ofAllegation);
        in(population, Filter.WORKFORCE, "t", ofAllegation);
        tags(population, "t", ofAllegation);
        var passes = String.join(" AND ", ofAllegation);
        if (ofAllegation.size() > 1) {
            var some = "%s.traits IN (SELECT t.traits FROM traits t WHERE %s)".formatted(alias, passes);
            var ofNone = new ArrayList<String>(List.of(alias + ".traits = ''"));
            tags(population, alias, ofNone);
            boolean onlyTags = population.of(Filter.CATEGORY).isEmpty()
                    && population.of(Filter.WORKFORCE).isEmpty();
            conditions.add(onlyTags ? "(%s OR (%s))".formatted(some, String.join(" AND ", ofNone)) : some);
        }
        var also = population.of(Filter.ALSO_CATEGORY);
        if (!also.isEmpty()) {
            var alternatives = new ArrayList<String>();
            alternatives.add("""
                    %s.traits IN (SELECT t.traits FROM traits t JOIN traits b ON b.traits = t.traits AND b.trait <> t.trait
                    WHERE %s AND b.category IN (%s))""".formatted(alias, passes, quoted(also)));
            for (var category : also) {
                alternatives.add("""
                        (%1$s.traits IN (SELECT t.traits FROM traits t WHERE %2$s AND t.category = '%3$s')
                        AND %1$s.repeatedCategories IN (SELECT repeatedCategories FROM repeated WHERE category = '%3$s'))""".formatted(alias, passes, category));
            }
            conditions.add("(%s)".formatted(String.join(" OR ", alternatives)));
        }
    }

    private static String quoted(Collection<?> words) {
        return words.stream().map(word -> "'" + word + "'").collect(Collectors.joining(", "));
    }

    private List<Row> rows(String statement, Question question) throws SQLException {
        try (var prepared = connection.createStatement();
                var result = prepared.executeQuery(statement)) {
            var rows = new ArrayList<Row>();
            while (result.next()) {
                rows.add(row(result, question.groupBy()));
            }
            return rows;
        } catch (SQLException e) {
            throw new SQLException(e.getMessage() + "\n" + statement, e);
        }
    }

    private static Row row(ResultSet result, List<String> groupBy) throws SQLException {
        var group = new ArrayList<Object>();
        for (var name : groupBy) {
            group.add(name.equals(Dimensions.ALLEGATION_COUNT) ? (Object) result.getInt(name) : result.getObject(name));
        }
        var numbers = new HashMap<String, Object>();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
            numbers.put(result.getMetaData().getColumnLabel(i), result.getObject(i));
        }
        return new Row(group, numbers);
    }

    /** The durations of a part of a group, as the engine gives them. */
    static Durations.@Nullable Ended ended(@Nullable Row row, boolean over) {
        return row == null
                ? null
                : new Durations.Ended(
                        row.number("units"),
                        row.fraction("mean"),
                        row.fraction("median"),
                        row.fraction("p25"),
                        row.fraction("p75"),
                        row.fraction("p90"),
                        over ? row.fraction("shareOver") : null);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
