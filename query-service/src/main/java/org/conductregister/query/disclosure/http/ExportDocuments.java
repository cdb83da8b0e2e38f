package org.conductregister.query.disclosure.http;

import static org.conductregister.query.pointintime.ReadDocuments.parameter;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.IntegerSchema;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.conductregister.query.disclosure.DisclosureRule;
import org.conductregister.query.pointintime.ReadDocuments;
import org.conductregister.query.statistics.Filter;
import org.conductregister.query.statistics.http.StatisticsDocuments;
import org.conductregister.web.documents.DescribedCall;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;

/** Describes exports for publication in the API document. */
@Configuration(proxyBeanMethods = false)
class ExportDocuments {

    @Bean
    OperationCustomizer parametersOfExports() {
        return (operation, method) -> method.getBeanType() == ExportController.class ? describe(operation) : operation;
    }

    @Bean
    OpenApiCustomizer answersOfExports() {
        return api -> DescribedCall.at(api, HttpMethod.GET, ExportController.PATH)
                .answers(HttpStatus.OK, "The table, with what was done to it.")
                .refuses(
                        HttpStatus.CONFLICT,
                        Map.of(
                                "NOT_PUBLISHABLE",
                                "No way to hide small counts is safe; `errors` has what could be published instead, each with"
                                        + " its call."));
    }

    private static Operation describe(Operation operation) {
        StatisticsDocuments.counted(operation);
        StatisticsDocuments.population(operation, List.of(Filter.values()));
        ReadDocuments.withTimes(operation);
        StatisticsDocuments.layout(operation, true);
        return operation
                .addParametersItem(parameter(
                        ExportController.SUPPRESS_BELOW,
                        new IntegerSchema()
                                .minimum(BigDecimal.ZERO)
                                .maximum(BigDecimal.valueOf(DisclosureRule.GREATEST_THRESHOLD)),
                        "Counts from 1 to less than this are hidden; %d where it is left out, at least %d, or 0 for counts as they are, which are not for publication."
                                .formatted(DisclosureRule.USUAL_THRESHOLD, DisclosureRule.LEAST_THRESHOLD)))
                .addParametersItem(parameter(
                        ExportController.ROUND_TO,
                        new IntegerSchema()
                                .minimum(BigDecimal.ZERO)
                                .maximum(BigDecimal.valueOf(DisclosureRule.GREATEST_BASE)),
                        "Rounds every count and total to multiples of this, at least %d, instead of hiding."
                                .formatted(DisclosureRule.LEAST_BASE)));
    }
}
