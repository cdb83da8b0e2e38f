package org.conductregister.query.pointintime;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.DateTimeSchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Map;
import org.conductregister.web.documents.DescribedCall;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.web.method.HandlerMethod;

/** Describes the parameters of {@link AskedTimes} in the API document, which would show them as one object. */
@Configuration(proxyBeanMethods = false)
public class ReadDocuments {

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(AskedTimes.class, Parameters.class);
    }

    @Bean
    OperationCustomizer timesOfReads() {
        return (operation, method) -> takesTimes(method) ? withTimes(operation) : operation;
    }

    private static boolean takesTimes(HandlerMethod method) {
        return Arrays.stream(method.getMethodParameters())
                .anyMatch(parameter -> parameter.getParameterType() == AskedTimes.class);
    }

    /** For reads that take {@link Parameters}, the times among them. */
    public static Operation withTimes(Operation operation) {
        return withTimesOfDays(operation.addParametersItem(parameter(
                "asAt",
                new StringSchema().format("date"),
                "What had happened by the end of this day; today where it is left out.")));
    }

    /** As {@link #withTimes}, for reads of several days: {@code asAt} is none of their parameters. */
    public static Operation withTimesOfDays(Operation operation) {
        operation
                .addParametersItem(parameter(
                        "knownAt",
                        new DateTimeSchema(),
                        "What the register knew at this instant; all that it knows where it is left out."))
                .addParametersItem(parameter(
                        "atLeast",
                        new IntegerSchema().format("int64").minimum(BigDecimal.ZERO),
                        "Wait, up to 5 seconds, until the entry at this position is taken in."));
        DescribedCall.of(operation)
                .refuses(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        Map.of("VIEW_BEHIND", "The view has not caught up to what the read must see."));
        return operation;
    }

    /** A parameter of the query; optional. */
    public static Parameter parameter(String name, Schema<?> schema, String description) {
        return new QueryParameter().name(name).schema(schema).description(description);
    }
}
