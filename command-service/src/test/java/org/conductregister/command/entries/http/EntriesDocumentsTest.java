package org.conductregister.command.entries.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.Arrays;
import org.conductregister.command.decisions.Refusal;
import org.conductregister.command.decisions.Refusal.RuleBroken;
import org.conductregister.command.decisions.Rule;
import org.conductregister.entries.RecordKind;
import org.junit.jupiter.api.Test;

class EntriesDocumentsTest {

    @Test
    void everyKindOfRefusalAndEveryRuleIsDescribed() {
        assertThat(EntriesDocuments.refusals())
                .extracting(refusal -> refusal.getClass().getSimpleName())
                .containsAll(Arrays.stream(Refusal.class.getPermittedSubclasses())
                        .map(Class::getSimpleName)
                        .toList());
        assertThat(EntriesDocuments.refusals())
                .filteredOn(RuleBroken.class::isInstance)
                .extracting(refusal -> ((RuleBroken) refusal).rule())
                .containsExactlyInAnyOrder(Rule.values());
    }

    @Test
    void loggingIsDescribedWithEveryRefusalItHas() {
        var api = new OpenAPI().paths(new Paths());
        for (var kind : RecordKind.values()) {
            var record = "/api/v1/%ss/{%s}".formatted(kind.word(), kind.idField());
            api.path(
                    record + "/entries",
                    new PathItem().post(operation("201").addParametersItem(new Parameter().name("If-Match"))));
            api.path(record + "/allowed-entries", new PathItem().get(operation("200")));
        }

        new EntriesDocuments().customise(api);

        for (var kind : RecordKind.values()) {
            var record = "/api/v1/%ss/{%s}".formatted(kind.word(), kind.idField());
            var logging = api.getPaths().get(record + "/entries").getPost();
            assertThat(logging.getResponses().get("201").getHeaders()).containsKey("ETag");
            assertThat(text(logging, "400")).contains("FIELD_MISSING", "BODY_NOT_JSON", "IF_MATCH_INVALID");
            assertThat(text(logging, "409"))
                    .contains(
                            Rule.CASE_NOT_OPENED.sentence(),
                            "The day is in the future.",
                            "A fact that is recorded of a later day would become impossible.",
                            "CONCURRENT_CHANGE");
            assertThat(text(logging, "412")).contains("VERSION_STALE");
            assertThat(logging.getParameters().getFirst().getDescription()).contains("ETag");
            assertThat(text(api.getPaths().get(record + "/allowed-entries").getGet(), "400"))
                    .contains("FIELD_INVALID");
        }
    }

    private static Operation operation(String success) {
        return new Operation().responses(new ApiResponses().addApiResponse(success, new ApiResponse()));
    }

    private static String text(Operation operation, String status) {
        return operation.getResponses().get(status).toString();
    }
}
