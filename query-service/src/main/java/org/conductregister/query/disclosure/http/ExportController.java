package org.conductregister.query.disclosure.http;

import io.swagger.v3.oas.annotations.Operation;
import java.security.Principal;
import java.util.List;
import org.conductregister.query.disclosure.Decision.NotPublishable;
import org.conductregister.query.disclosure.Decision.Offer;
import org.conductregister.query.disclosure.Decision.Publishable;
import org.conductregister.query.disclosure.DisclosureControl;
import org.conductregister.query.pointintime.Parameters;
import org.conductregister.query.statistics.Question;
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
    private final AskedExports exports;
    private final DisclosureControl disclosure;
    private final ExportTables tables;

    ExportController(AskedExports exports, DisclosureControl disclosure, ExportTables tables) {
        this.exports = exports;
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
        var asked = exports.read(parameters);
        if (asked.unchecked() != null) {
            throw notPublishable(
                            asked.question(), disclosure.refusal(asked.unchecked(), asked.question(), asked.rule()))
                    .exception();
        }
        return switch (disclosure.publish(asked.question(), asked.rule(), by.getName())) {
            case Publishable(var table) -> {
                var times = table.question().times();
                yield tables.tabular(table, asked.layout(), parameters.pinned(PATH, times.asAt(), times.knownAt()));
            }
            case NotPublishable refusal ->
                throw notPublishable(asked.question(), refusal).exception();
        };
    }

    private static Problem notPublishable(Question question, NotPublishable refusal) {
        List<Item> offers = refusal.offers().stream()
                .map(offer ->
                        new Item(null, null, "groupBy", "SAFER", offer.words() + " " + address(PATH, question, offer)))
                .toList();
        return Problem.of(HttpStatus.CONFLICT, "NOT_PUBLISHABLE", refusal.why(), offers);
    }

    /** The call or page that gives what is offered. */
    static String address(String path, Question question, Offer offer) {
        var address = UriComponentsBuilder.fromPath(path)
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
        return address.queryParam(AskedExports.SUPPRESS_BELOW, offer.rule().suppressBelow())
                .queryParam(AskedExports.ROUND_TO, offer.rule().roundTo())
                .queryParam("asAt", offer.times().asAt())
                .queryParam("knownAt", offer.times().knownAt())
                .encode()
                .build()
                .toString();
    }
}
