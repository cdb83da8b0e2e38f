package org.conductregister.query.statistics.http;

import static org.conductregister.query.pointintime.ReadDocuments.parameter;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.DateSchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.conductregister.query.pointintime.ReadDocuments;
import org.conductregister.query.statistics.DurationMembers.Part;
import org.conductregister.query.statistics.Filter;
import org.conductregister.query.statistics.FlowMembers.Flow;
import org.conductregister.query.statistics.Measure.Clock;
import org.conductregister.query.statistics.Measure.Suspension;
import org.conductregister.query.statistics.Moment;
import org.conductregister.web.documents.DescribedCall;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;

/** Writes the parameters of questions about durations and flows into the API documents. */
@Configuration(proxyBeanMethods = false)
class MovementDocuments {

    private static final String PATH = "/api/v1/statistics";

    @Bean
    OperationCustomizer parametersOfMovements() {
        return (operation, method) -> method.getBeanType() == MovementController.class
                ? describe(operation, method.getMethod().getName())
                : operation;
    }

    @Bean
    OpenApiCustomizer answersOfMovements() {
        return api -> {
            DescribedCall.at(api, HttpMethod.GET, PATH + "/durations")
                    .answers(HttpStatus.OK, "The durations of each group, with their definitions.");
            DescribedCall.at(api, HttpMethod.GET, PATH + "/durations/members")
                    .answers(HttpStatus.OK, "A page of the units, each with its days, the longest first.");
            DescribedCall.at(api, HttpMethod.GET, PATH + "/flows")
                    .answers(HttpStatus.OK, "The flows of each group in each period, with their definitions.");
            DescribedCall.at(api, HttpMethod.GET, PATH + "/flows/members")
                    .answers(HttpStatus.OK, "A page of the units, as they are at the end of the period.");
        };
    }

    private static Operation describe(Operation operation, String method) {
        operation.addParametersItem(
                parameter("unit", MovementSchemas.units(), "What is counted.").required(true));
        boolean ofMembers = method.endsWith("Members");
        if (!ofMembers) {
            StatisticsDocuments.groupBy(operation, MovementReader.UNITS).addParametersItem(StatisticsDocuments.zeros());
        }
        StatisticsDocuments.population(
                operation,
                Arrays.stream(Filter.values())
                        .filter(filter -> MovementReader.UNITS.stream().anyMatch(filter::appliesTo))
                        .toList());
        if (method.startsWith("duration")) {
            measure(ReadDocuments.withTimes(operation), ofMembers);
        } else {
            periods(ReadDocuments.withTimesOfDays(operation), ofMembers);
        }
        return ofMembers
                ? StatisticsDocuments.group(StatisticsDocuments.page(operation, 50, 1_000), MovementReader.UNITS)
                : operation;
    }

    private static void measure(Operation operation, boolean ofMembers) {
        operation
                .addParametersItem(
                        parameter("from", GroupSchemas.words(MovementReader.words(Moment.STARTS)), "The first moment.")
                                .required(true))
                .addParametersItem(parameter(
                                "to",
                                GroupSchemas.words(MovementReader.words(Moment.ENDS)),
                                "The second moment. LEFT is one of allegations only.")
                        .required(true))
                .addParametersItem(
                        parameter(
                                "clock",
                                words(Clock.values()),
                                "Which days are counted: every day, as where it is left out, or working days of England and Wales."))
                .addParametersItem(
                        parameter(
                                "suspension",
                                words(Suspension.values()),
                                "Whether days during which the investigation was suspended are counted, as where it is left out."))
                .addParametersItem(parameter(
                        "over",
                        new IntegerSchema()
                                .minimum(BigDecimal.ZERO)
                                .maximum(BigDecimal.valueOf(MovementReader.MOST_DAYS)),
                        ofMembers
                                ? "Limits to those longer than so many days of the clock."
                                : "A number of days of the clock: asks for the shares longer than it."));
        if (ofMembers) {
            operation.addParametersItem(parameter(
                            "part",
                            words(Part.values()),
                            "Which: those that have reached both moments, the first alone, or the second before the first.")
                    .required(true));
        }
    }

    private static void periods(Operation operation, boolean ofMembers) {
        operation
                .addParametersItem(
                        parameter("from", new DateSchema(), "The first day.").required(true))
                .addParametersItem(parameter("to", new DateSchema(), "The last day, on which the last period ends.")
                        .required(true));
        if (ofMembers) {
            operation.addParametersItem(parameter("flow", words(Flow.values()), "Which number of the period.")
                    .required(true));
        } else {
            operation.addParametersItem(parameter(
                            "step", words(SeriesStep.values()), "How long periods are; each ends with the calendar's.")
                    .required(true));
            operation.addParametersItem(StatisticsDocuments.yearStart());
            operation.addParametersItem(StatisticsDocuments.rates());
        }
    }

    private static Schema<?> words(Enum<?>[] constants) {
        return GroupSchemas.words(
                List.of(constants).stream().map(constant -> constant.name()).toList());
    }
}
