package org.conductregister.query.statistics.http;

import static org.conductregister.query.pointintime.ReadDocuments.parameter;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.BooleanSchema;
import io.swagger.v3.oas.models.media.DateSchema;
import io.swagger.v3.oas.models.media.DateTimeSchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.conductregister.entries.CodeList;
import org.conductregister.query.pointintime.ReadDocuments;
import org.conductregister.query.statistics.Dimension;
import org.conductregister.query.statistics.Filter;
import org.conductregister.query.statistics.Population;
import org.conductregister.query.statistics.Unit;
import org.conductregister.query.statistics.dimension.Dimensions;
import org.conductregister.query.statistics.rates.Rates;
import org.conductregister.query.statistics.tables.KnownValues;
import org.conductregister.query.statistics.tables.Layout;
import org.conductregister.query.statistics.tables.ZeroGroups;
import org.conductregister.web.documents.DescribedCall;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;

/** Writes the parameters of questions into the API documents; they are read one by one, so nothing else tells of them. */
@Configuration(proxyBeanMethods = false)
public class StatisticsDocuments {

    @Bean
    OperationCustomizer parametersOfStatistics() {
        return (operation, method) -> method.getBeanType() == StatisticsController.class
                ? describe(operation, method.getMethod().getName())
                : operation;
    }

    @Bean
    OpenApiCustomizer answersOfStatistics() {
        return api -> {
            GroupSchemas.addTo(api.getComponents());
            MovementSchemas.addTo(api.getComponents());
            String path = "/api/v1/statistics";
            DescribedCall.at(api, HttpMethod.GET, path)
                    .answers(HttpStatus.OK, "The count, in all and by group, with its definitions.");
            DescribedCall.at(api, HttpMethod.GET, path + "/series")
                    .answers(HttpStatus.OK, "The counts by group at the end of each period, with their definitions.");
            DescribedCall.at(api, HttpMethod.GET, path + "/compare")
                    .answers(HttpStatus.OK, "Both tables, and the difference of each group.");
            DescribedCall.at(api, HttpMethod.GET, path + "/members")
                    .answers(HttpStatus.OK, "A page of the units, each with the value of each of its dimensions.");
        };
    }

    private static Operation describe(Operation operation, String method) {
        operation.addParametersItem(
                parameter("unit", GroupSchemas.units(), "What is counted. Units are never added together.")
                        .required(true));
        if (!method.equals("members")) {
            groupBy(operation, List.of(Unit.values()));
        }
        population(operation, List.of(Filter.values()));
        if (method.equals("series")) {
            ReadDocuments.withTimesOfDays(operation);
        } else {
            ReadDocuments.withTimes(operation);
        }
        if (!method.equals("members")) {
            operation.addParametersItem(zeros());
            operation.addParametersItem(rates());
        }
        return switch (method) {
            case "series" ->
                operation
                        .addParametersItem(parameter("from", new DateSchema(), "The first day.")
                                .required(true))
                        .addParametersItem(parameter("to", new DateSchema(), "The last day; it has a point of its own.")
                                .required(true))
                        .addParametersItem(parameter(
                                        "step",
                                        GroupSchemas.words(Arrays.stream(SeriesStep.values())
                                                .map(SeriesStep::name)
                                                .toList()),
                                        "How far apart the points are: each is at the end of its period.")
                                .required(true))
                        .addParametersItem(yearStart())
                        .addParametersItem(parameter(
                                "anchored",
                                new BooleanSchema(),
                                "Whether points are at from and whole steps after it; false where left out."));
            case "compare" ->
                operation
                        .addParametersItem(
                                parameter("asAt2", new DateSchema(), "The day of the second table; as the first."))
                        .addParametersItem(parameter(
                                "knownAt2", new DateTimeSchema(), "The instant of the second table; as the first."));
            case "members" -> group(page(operation, 50, 1_000), List.of(Unit.values()));
            case "count" -> layout(operation, false);
            default -> operation;
        };
    }

    /** One value of a dimension, of any unit that has it. */
    public static Schema<?> valueOf(String dimension) {
        return GroupSchemas.valueOf(dimension);
    }

    /** The dimensions that a question about some units groups by. */
    static Operation groupBy(Operation operation, List<Unit> units) {
        return operation.addParametersItem(parameter("groupBy", dimensionNames(units), groupByInWords(units))
                .style(Parameter.StyleEnum.FORM)
                .explode(false));
    }

    private static Schema<?> dimensionNames(List<Unit> units) {
        return new ArraySchema().items(GroupSchemas.words(names(units)));
    }

    private static List<String> names(List<Unit> units) {
        return units.stream()
                .flatMap(unit -> Dimensions.of(unit).stream())
                .map(Dimension::name)
                .distinct()
                .toList();
    }

    private static String groupByInWords(List<Unit> units) {
        String byUnit = units.stream()
                .map(unit -> "- `%s`: %s"
                        .formatted(
                                unit.word(),
                                Dimensions.of(unit).stream()
                                        .map(Dimension::name)
                                        .collect(Collectors.joining(", "))))
                .collect(Collectors.joining("\n"));
        return "Dimensions of the unit, with commas between; none for one number. A unit has these:\n\n" + byUnit;
    }

    /** The group that members are asked of; {@code by.} tells a dimension from a population parameter of its name. */
    static Operation group(Operation operation, List<Unit> units) {
        for (String name : names(units)) {
            operation.addParametersItem(parameter(
                    "by." + name,
                    new ArraySchema().items(listed(name, GroupSchemas.valueOf(name))),
                    "Limits to a group: its %s is any of these. Of %s.%s"
                            .formatted(
                                    name,
                                    unitsWith(name),
                                    isFilter(name) ? "" : " The name may be given without `by.` too.")));
        }
        return operation;
    }

    /** The parameters that say which unit is counted, and by what. */
    public static Operation counted(Operation operation) {
        operation.addParametersItem(
                parameter("unit", GroupSchemas.units(), "What is counted. Units are never added together.")
                        .required(true));
        return groupBy(operation, List.of(Unit.values()));
    }

    /**
     * The parameters that say how a table is laid out.
     *
     * @param totals whether there are totals where it is left open
     */
    public static Operation layout(Operation operation, boolean totals) {
        return operation
                .addParametersItem(
                        parameter(
                                Layout.COLUMNS,
                                GroupSchemas.words(names(List.of(Unit.values()))),
                                "The dimension of groupBy whose values are the columns of a table. JSON has groups all the same."))
                .addParametersItem(parameter(
                        Layout.TOTALS,
                        new BooleanSchema(),
                        "Whether a table has a row, and with columns a column, of totals; %s where it is left out."
                                .formatted(totals)));
    }

    /** The parameter for groups that nothing is in. */
    static Parameter zeros() {
        return parameter(
                ZeroGroups.PARAMETER,
                new BooleanSchema(),
                "Whether groups that nothing is in are in the answer too: every combination of the known values of the"
                        + " dimensions, which are those of fixed lists and code lists, and years without gaps. false where"
                        + " it is left out.");
    }

    /** The parameter for rates. */
    static Parameter rates() {
        return parameter(
                Rates.PARAMETER,
                GroupSchemas.words(List.of(Rates.STAFF)),
                "Adds to each group the headcount that it is of, as known then, and the rate per 1,000 staff; of what is grouped"
                        + " by force or limited to forces. Where a headcount is missing, a group says of which forces instead.");
    }

    /** The parameter for years of one's own. */
    static Parameter yearStart() {
        return parameter(
                "yearStart",
                new StringSchema().pattern("^[0-9]{2}-[0-9]{2}$"),
                "The first day of a year, as MM-DD, with step=YEAR: 04-01 for financial years. 01-01 where it is left out.");
    }

    private static String unitsWith(String dimension) {
        return Arrays.stream(Unit.values())
                .filter(unit -> Dimensions.of(unit).stream()
                        .anyMatch(each -> each.name().equals(dimension)))
                .map(Unit::word)
                .collect(Collectors.joining(", "));
    }

    private static boolean isFilter(String name) {
        return Arrays.stream(Filter.values())
                .anyMatch(filter -> filter.parameter().equals(name));
    }

    /** The parameters of a population, those of the days among them. */
    public static Operation population(Operation operation, List<Filter> filters) {
        for (var filter : filters) {
            operation.addParametersItem(parameter(
                    filter.parameter(),
                    new ArraySchema().items(listed(filter.parameter(), GroupSchemas.wordsOf(filter))),
                    (filter == Filter.WITHOUT_TAG
                                    ? "Leaves out what has any of these tags."
                                    : "Limits to any of these; give the parameter once for each.")
                            + appliesTo(filter)));
        }
        for (var name : GroupSchemas.DAYS) {
            operation.addParametersItem(parameter(
                    name,
                    new DateSchema(),
                    "A day, included: the %s day on which it was %s."
                            .formatted(name.endsWith("From") ? "first" : "last", name.replaceAll("From|To", ""))));
        }
        for (var name : GroupSchemas.everNames()) {
            operation.addParametersItem(parameter(
                    Population.EVER + name,
                    new ArraySchema().items(listed(name, GroupSchemas.valueOf(name))),
                    ("Limits to what has at the end of some day up to asAt had any of these as its %s; of cases and officers,"
                                    + " to those of which any allegation has.")
                            .formatted(name)));
        }
        return operation;
    }

    /** Names the code list whose codes are asked for, where there is one. */
    private static Schema<?> listed(String name, Schema<?> code) {
        CodeList list = KnownValues.LISTS.get(name);
        if (list != null) {
            code.description("A code on the list `%s`, see `/api/v1/code-lists`.".formatted(list.path()));
            code.addExtension("x-code-list", list.path());
        }
        return code;
    }

    private static String appliesTo(Filter filter) {
        List<String> units = Arrays.stream(Unit.values())
                .filter(filter::appliesTo)
                .map(Unit::word)
                .toList();
        return units.size() == Unit.values().length ? "" : " Of %s.".formatted(String.join(", ", units));
    }

    /** The parameters of a list that comes a page at a time. */
    public static Operation page(Operation operation, int usual, int largest) {
        return operation
                .addParametersItem(parameter(
                        "page", new IntegerSchema().minimum(BigDecimal.ZERO), "Which page, from 0; 0 where left out."))
                .addParametersItem(parameter(
                        "size",
                        new IntegerSchema().minimum(BigDecimal.ONE).maximum(BigDecimal.valueOf(largest)),
                        "How many are on a page, to %,d; %d where left out.".formatted(largest, usual)));
    }
}
