package org.conductregister.command.documents;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.DateTimeSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.conductregister.entries.CodeList;
import org.conductregister.entries.RecordKind;
import org.conductregister.web.documents.DescribedCall;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** Describes what the calls of the command side are sent, and what they answer where their signatures do not tell. */
@Component
final class CommandDocuments implements OpenApiCustomizer {

    private static final String KNOWN_AT = "An instant; as known then. All that is known where it is left out.";

    private final FactSchemas facts;

    CommandDocuments(FactSchemas facts) {
        this.facts = facts;
    }

    @Override
    public void customise(OpenAPI api) {
        facts.addTo(api.getComponents());
        for (RecordKind kind : RecordKind.values()) {
            String record = "/api/v1/%ss/{%s}".formatted(kind.word(), kind.idField());
            named(kind, DescribedCall.at(api, HttpMethod.GET, record + "/allowed-entries"));
            named(kind, DescribedCall.at(api, HttpMethod.POST, record + "/entries"))
                    .body(
                            "One entry, or an array of entries that are recorded all or not at all.",
                            Map.of(
                                    MediaType.APPLICATION_JSON_VALUE,
                                    new Schema<>().$ref(FactSchemas.entryOrEntriesOn(kind))));
        }
        describeCodeLists(api);
        describeDatedLists(api);
    }

    private static DescribedCall named(RecordKind kind, DescribedCall call) {
        return call.parameter(
                kind.idField(),
                "The identifier of the %s, as its organisation gives it.".formatted(kind.word()),
                FieldSchemas.identifier());
    }

    private static void describeCodeLists(OpenAPI api) {
        StringSchema names = new StringSchema();
        names.setEnum(Arrays.stream(CodeList.values()).map(CodeList::path).toList());
        DescribedCall.at(api, HttpMethod.GET, "/api/v1/code-lists")
                .parameter("knownAt", KNOWN_AT, new DateTimeSchema())
                .refuses(HttpStatus.BAD_REQUEST, List.of("PARAMETER_INVALID"))
                .answers(HttpStatus.OK, "Each list by its name, in order of the codes.")
                .content(MediaType.APPLICATION_JSON_VALUE, codeLists());
        DescribedCall.at(api, HttpMethod.PUT, "/api/v1/code-lists/{list}")
                .parameter("list", "The name of the list.", names)
                .body(
                        "Codes to add, to give another label, or to mark as upheld.",
                        Map.of(MediaType.APPLICATION_JSON_VALUE, new ArraySchema().items(new Schema<>().$ref("Code"))))
                .answers(HttpStatus.OK, "The whole list as it is now, in order of the codes.")
                .refuses(HttpStatus.BAD_REQUEST, List.of("BODY_NOT_JSON", "CODE_INVALID"))
                .refuses(HttpStatus.NOT_FOUND, Map.of("CODE_LIST_UNKNOWN", "There is no such code list."))
                .refuses(HttpStatus.CONTENT_TOO_LARGE, List.of("BODY_TOO_LARGE"));
    }

    private static void describeDatedLists(OpenAPI api) {
        describeDatedList(api, "/api/v1/headcounts", "Headcount", "HEADCOUNT_INVALID");
        describeDatedList(api, "/api/v1/bank-holidays", "BankHoliday", "BANK_HOLIDAY_INVALID");
        describeDatedList(api, "/api/v1/retention/schedule", "RetentionRule", "RETENTION_INVALID");
    }

    private static void describeDatedList(OpenAPI api, String path, String schema, String invalid) {
        DescribedCall.at(api, HttpMethod.GET, path)
                .parameter("knownAt", KNOWN_AT, new DateTimeSchema())
                .answers(HttpStatus.OK, "All that is known, in order.")
                .refuses(HttpStatus.BAD_REQUEST, List.of("PARAMETER_INVALID"));
        DescribedCall.at(api, HttpMethod.PUT, path)
                .body(
                        "What is stated, each once.",
                        Map.of(MediaType.APPLICATION_JSON_VALUE, new ArraySchema().items(new Schema<>().$ref(schema))))
                .answers(HttpStatus.OK, "All that is known now, in order.")
                .refuses(HttpStatus.BAD_REQUEST, List.of("BODY_NOT_JSON", invalid))
                .refuses(HttpStatus.CONTENT_TOO_LARGE, List.of("BODY_TOO_LARGE"));
    }

    private static Schema<?> codeLists() {
        Schema<?> lists = new ObjectSchema();
        for (CodeList list : CodeList.values()) {
            lists.addProperty(list.path(), new ArraySchema().items(new Schema<>().$ref("Code")));
        }
        lists.setRequired(Arrays.stream(CodeList.values()).map(CodeList::path).toList());
        return lists;
    }
}
