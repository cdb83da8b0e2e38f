package org.conductregister.query.disclosure.http;

import io.swagger.v3.oas.annotations.Operation;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import org.conductregister.query.disclosure.Decision.NotPublishable;
import org.conductregister.query.disclosure.Decision.Offer;
import org.conductregister.query.disclosure.Decision.Publishable;
import org.conductregister.query.disclosure.DisclosureControl;
import org.conductregister.query.disclosure.DisclosureRule;
import org.conductregister.query.pointintime.Parameters;
import org.conductregister.query.pointintime.PointInTime;
import org.conductregister.query.pointintime.ReadParameters;
import org.conductregister.query.statistics.Question;
import org.conductregister.query.statistics.StatisticsEngine;
import org.conductregister.query.statistics.http.AskedCodes;
import org.conductregister.query.statistics.http.QuestionReader;
import org.conductregister.query.statistics.tables.Layout;
import org.conductregister.query.tabular.http.GetTable;
import org.conductregister.query.tabular.http.Tabular;
import org.conductregister.web.Problem;
import org.conductregister.web.Problem.Item;
import org.conductregister.web.documents.ApiTags;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** Counts that may leave for publication. */
@RestController
class ExportController {

    static final String PATH = "/api/v1/statistics/export";
    static final String SUPPRESS_BELOW = "suppressBelow";
    static final String ROUND_TO = "roundTo";

    private final StatisticsEngine engine;
    private final ReadParameters times;
    private final AskedCodes codes;
    private final DisclosureControl disclosure;
    private final ExportTables tables;

    ExportController(
            StatisticsEngine engine,
            ReadParameters times,
            AskedCodes codes,
            DisclosureControl disclosure,
            ExportTables tables) {
        this.engine = engine;
        this.times = times;
        this.codes = codes;
        this.disclosure = disclosure;
        this.tables = tables;
    }

    @Operation(
            operationId = "exportCounts",
            tags = ApiTags.STATISTICS,
            summary = "Counts for publication",
            description =
                    "The counts of every group, zeros and totals included, under disclosure control: small counts are hidden, and"
                            + " as many others as keep them from being worked out, also from tables published before; or all are"
                            + " rounded. A hidden cell is [c]. What is shown is noted down. Where no way is safe it is refused,"
                            + " with what would be.")
    @GetTable(PATH)
    Tabular<ExportAnswer> export(Parameters parameters, Principal by) {
        var reader = new QuestionReader(engine, parameters);
        var unit = reader.unit();
        var asked = times.times(parameters);
        var question = reader.question(unit, new PointInTime(asked.asAt(), asked.knownAt()));
        var asRead = Layout.read(parameters, question.groupBy());
        var layout = new Layout(asRead.columns(), asRead.totals() || parameters.text(Layout.TOTALS) == null);
        var rule = rule(parameters);
        parameters.refuseUnknown();
        codes.check(parameters, question.population(), Map.of(), asked);
        parameters.refuseFaults();
        var known = new Question(unit, question.population(), question.groupBy(), asked.of(engine.head()));
        return switch (disclosure.publish(known, rule, by.getName())) {
            case Publishable(var table) ->
                tables.tabular(
                        table,
                        layout,
                        parameters.pinned(
                                PATH,
                                known.times().asAt(),
                                table.question().times().knownAt()));
            case NotPublishable refusal -> throw notPublishable(known, refusal).exception();
        };
    }

    private static DisclosureRule rule(Parameters parameters) {
        int below = (int) parameters.number(SUPPRESS_BELOW, DisclosureRule.USUAL_THRESHOLD, 0, Integer.MAX_VALUE);
        int roundTo = (int) parameters.number(ROUND_TO, 0, 0, Integer.MAX_VALUE);
        try {
            return new DisclosureRule(below, roundTo);
        } catch (IllegalArgumentException e) {
            boolean ofThreshold = isRefused(below);
            parameters.fault(ofThreshold ? SUPPRESS_BELOW : ROUND_TO, String.valueOf(e.getMessage()));
            return DisclosureRule.USUAL;
        }
    }

    private static boolean isRefused(int below) {
        return below != 0 && (below < DisclosureRule.LEAST_THRESHOLD || below > DisclosureRule.GREATEST_THRESHOLD);
    }

    private static Problem notPublishable(Question question, NotPublishable refusal) {
        List<Item> offers = refusal.offers().stream()
                .map(offer -> new Item(null, null, "groupBy", "SAFER", offer.words() + " " + address(question, offer)))
                .toList();
        return Problem.of(HttpStatus.CONFLICT, "NOT_PUBLISHABLE", refusal.why(), offers);
    }

    /** The call that gives what is offered. */
    private static String address(Question question, Offer offer) {
        var address = UriComponentsBuilder.fromPath(PATH)
                .queryParam("unit", question.unit().word());
        if (!offer.groupBy().isEmpty()) {
            address.queryParam("groupBy", String.join(",", offer.groupBy()));
        }
        question.population().asParameters().forEach((name, value) -> {
            if (value instanceof Iterable<?> values) {
                values.forEach(each -> address.queryParam(name, each));
            } else {
                address.queryParam(name, value);
            }
        });
        return address.queryParam(SUPPRESS_BELOW, offer.rule().suppressBelow())
                .queryParam(ROUND_TO, offer.rule().roundTo())
                .queryParam("asAt", offer.times().asAt())
                .queryParam("knownAt", offer.times().knownAt())
                .encode()
                .build()
                .toString();
    }
}
