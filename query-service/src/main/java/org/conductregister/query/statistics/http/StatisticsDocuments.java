package org.conductregister.query.statistics.http;

import static org.conductregister.query.pointintime.ReadDocuments.parameter;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.DateSchema;
import io.swagger.v3.oas.models.media.DateTimeSchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.util.Arrays;
import java.util.List;
import org.conductregister.query.pointintime.ReadDocuments;
import org.conductregister.query.statistics.Filter;
import org.conductregister.query.statistics.Unit;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Writes the parameters of questions into the API documents; they are read one by one, so nothing else tells of them. */
@Configuration(proxyBeanMethods = false)
public class StatisticsDocuments {

    @Bean
    OperationCustomizer parametersOfStatistics() {
        return (operation, method) -> method.getBeanType() == StatisticsController.class
                ? describe(operation, method.getMethod().getName())
                : operation;
    }

    private static Operation describe(Operation operation, String method) {
        operation.addParametersItem(parameter(
                        "unit",
                        words(Arrays.stream(Unit.values()).map(Unit::word).toList()),
                        "What is counted. Units are never added together.")
                .required(true));
        if (!method.equals("members")) {
            operation.addParametersItem(parameter(
                    "groupBy",
                    new StringSchema(),
                    "Dimensions of the unit, with commas between; none for one number."));
        }
        population(operation, List.of(Filter.values()));
        if (method.equals("series")) {
            ReadDocuments.withTimesOfDays(operation);
        } else {
            ReadDocuments.withTimes(operation);
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
                                        words(Arrays.stream(SeriesStep.values())
                                                .map(SeriesStep::name)
                                                .toList()),
                                        "How far apart the points are: each is at the end of its period.")
                                .required(true));
            case "compare" ->
                operation
                        .addParametersItem(
                                parameter("asAt2", new DateSchema(), "The day of the second table; as the first."))
                        .addParametersItem(parameter(
                                "knownAt2", new DateTimeSchema(), "The instant of the second table; as the first."));
            case "members" ->
                page(operation, 50, 1_000)
                        .addParametersItem(parameter(
                                "by.status",
                                new StringSchema(),
                                "Limits to a group; likewise by. and any other dimension of the unit, once for each value. Where"
                                        + " no population parameter has the dimension's name, that alone does."));
            default -> operation;
        };
    }

    /** The parameters of a population, those of the days among them. */
    public static Operation population(Operation operation, List<Filter> filters) {
        for (var filter : filters) {
            operation.addParametersItem(parameter(
                    filter.parameter(),
                    new ArraySchema().items(words(filter.words())),
                    filter == Filter.WITHOUT_TAG
                            ? "Leaves out what has any of these tags."
                            : "Limits to any of these."));
        }
        for (var name : List.of("reportedFrom", "reportedTo", "referredFrom", "referredTo")) {
            operation.addParametersItem(parameter(name, new DateSchema(), "A day, included."));
        }
        return operation;
    }

    public static Operation page(Operation operation, int usual, int largest) {
        return operation
                .addParametersItem(parameter("page", new IntegerSchema(), "From 0."))
                .addParametersItem(
                        parameter("size", new IntegerSchema(), "Of a page, to %d; %d.".formatted(largest, usual)));
    }

    private static Schema<?> words(List<String> words) {
        var schema = new StringSchema();
        if (!words.isEmpty()) {
            schema.setEnum(words);
        }
        return schema;
    }
}
