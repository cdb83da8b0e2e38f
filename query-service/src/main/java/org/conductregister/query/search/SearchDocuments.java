package org.conductregister.query.search;

import static org.conductregister.query.pointintime.ReadDocuments.parameter;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.math.BigDecimal;
import java.util.Arrays;
import org.conductregister.query.pointintime.ReadDocuments;
import org.conductregister.query.statistics.Filter;
import org.conductregister.query.statistics.Unit;
import org.conductregister.query.statistics.dimension.Dimensions;
import org.conductregister.query.statistics.http.StatisticsDocuments;
import org.conductregister.web.documents.DescribedCall;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;

/** Writes the parameters of a search into the API documents. */
@Configuration(proxyBeanMethods = false)
class SearchDocuments {

    @Bean
    OperationCustomizer parametersOfSearch() {
        return (operation, method) -> {
            if (method.getBeanType() == SearchController.class) {
                return describeSearch(operation);
            }
            return method.getBeanType() == CasesController.class ? describe(operation) : operation;
        };
    }

    @Bean
    OpenApiCustomizer answersOfSearch() {
        return api -> {
            DescribedCall.at(api, HttpMethod.GET, "/api/v1/cases")
                    .answers(HttpStatus.OK, "The cases of the page, and how many there are on all.");
            DescribedCall.at(api, HttpMethod.GET, "/api/v1/search")
                    .answers(HttpStatus.OK, "The first records of each kind, and how many were found.");
        };
    }

    private static Operation describeSearch(Operation operation) {
        var size = new IntegerSchema();
        size.minimum(BigDecimal.ONE).maximum(BigDecimal.valueOf(SearchController.LARGEST_SIZE));
        size.setDefault(SearchController.USUAL_SIZE);
        operation
                .addParametersItem(parameter(
                                "q",
                                new StringSchema().minLength(1).maxLength(CasesController.LONGEST_TEXT),
                                "What to search for: each word must be found in a record, or the name of an officer in it.")
                        .required(true))
                .addParametersItem(parameter("size", size, "The most records of each kind that are wanted."));
        return ReadDocuments.withTimes(operation);
    }

    private static Operation describe(Operation operation) {
        var filters = Arrays.stream(Filter.values())
                .filter(filter -> filter.appliesTo(Unit.CASES))
                .toList();
        StatisticsDocuments.population(operation, filters);
        Dimensions.of(Unit.CASES).stream()
                .filter(dimension ->
                        filters.stream().noneMatch(filter -> filter.parameter().equals(dimension.name())))
                .forEach(dimension -> operation.addParametersItem(parameter(
                        dimension.name(),
                        new ArraySchema().items(StatisticsDocuments.valueOf(dimension.name())),
                        "Limits to any of these; give the parameter once for each.")));
        operation
                .addParametersItem(parameter(
                        "officerId",
                        new ArraySchema().items(new StringSchema()),
                        "Limits to cases with an allegation against any of these."))
                .addParametersItem(parameter(
                        "q",
                        new StringSchema().maxLength(CasesController.LONGEST_TEXT),
                        "Each word must be found: in the case's number or reference, in what was written in its entries, in the"
                                + " label of a category or the force, or in the number or name of an officer against whom an"
                                + " allegation is. The best matches come first."));
        return ReadDocuments.withTimes(StatisticsDocuments.page(operation, 25, 200));
    }
}
