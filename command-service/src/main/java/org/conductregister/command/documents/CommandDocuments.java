package org.conductregister.command.documents;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.conductregister.entries.CodeList;
import org.conductregister.entries.RecordKind;
import org.conductregister.web.documents.DescribedCall;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** Describes what the calls of the command side are sent, and what they answer where their signatures do not tell. */
@Component
final class CommandDocuments implements OpenApiCustomizer {

    private static final String NDJSON = MediaType.APPLICATION_NDJSON_VALUE;
    private static final String CSV = "text/csv";
    private static final String IMPORT_STARTED = "ImportStarted";

    private final FactSchemas facts;

    CommandDocuments(FactSchemas facts) {
        this.facts = facts;
    }

    @Override
    public void customise(OpenAPI api) {
        facts.addTo(api.getComponents());
        api.getComponents().addSchemas(IMPORT_STARTED, importStarted());
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
        describeImports(api);
        describeCodeLists(api);
    }

    private static DescribedCall named(RecordKind kind, DescribedCall call) {
        return call.parameter(
                kind.idField(),
                "The identifier of the %s, as its organisation gives it.".formatted(kind.word()),
                FieldSchemas.identifier());
    }

    private static void describeImports(OpenAPI api) {
        started(DescribedCall.at(api, HttpMethod.POST, "/api/v1/imports"))
                .body("The file, as it is. It is read as a stream, whatever its size.", uploads())
                .refuses(HttpStatus.BAD_REQUEST, Map.of("CSV_HEADER_INVALID", "The first line does not name fields."));
        DescribedCall.at(api, HttpMethod.GET, "/api/v1/imports")
                .answers(HttpStatus.OK, "All imports, the latest first.");
        unknown(DescribedCall.at(api, HttpMethod.GET, "/api/v1/imports/{importId}"))
                .answers(HttpStatus.OK, "How far it is.");
        unknown(DescribedCall.at(api, HttpMethod.GET, "/api/v1/imports/{importId}/refusals"))
                .answers(
                        HttpStatus.OK,
                        "A refused line a line, as `{line, code, detail, entry}`, where `entry` is what the line says.")
                .content(NDJSON, new StringSchema().format("binary"));
        DescribedCall.at(api, HttpMethod.GET, "/api/v1/imports/{importId}/profile")
                .parameter("importId", "The number that the import was given.", new StringSchema().format("uuid"))
                .answers(HttpStatus.OK, "What its columns are, and the questions that are open.")
                .refuses(HttpStatus.BAD_REQUEST, List.of("PARAMETER_INVALID"))
                .refuses(HttpStatus.NOT_FOUND, Map.of("PROFILE_UNKNOWN", "There is no profile of this import."));
        started(unknown(DescribedCall.at(api, HttpMethod.POST, "/api/v1/imports/{importId}/retry")))
                .refuses(
                        HttpStatus.CONFLICT, Map.of("IMPORT_NOT_FAILED", "Only an import that has failed is retried."));
    }

    private static DescribedCall unknown(DescribedCall call) {
        return call.parameter("importId", "The number that the import was given.", new StringSchema().format("uuid"))
                .refuses(HttpStatus.BAD_REQUEST, List.of("PARAMETER_INVALID"))
                .refuses(HttpStatus.NOT_FOUND, Map.of("IMPORT_UNKNOWN", "There is no import of this number."));
    }

    private static DescribedCall started(DescribedCall call) {
        return call.answers(HttpStatus.ACCEPTED, "The import is kept, and runs as soon as those before it have ended.")
                .content(MediaType.APPLICATION_JSON_VALUE, new Schema<>().$ref(IMPORT_STARTED))
                .header(HttpHeaders.LOCATION, "Where its progress is.", new StringSchema().format("uri-reference"));
    }

    private static Schema<?> importStarted() {
        Schema<?> started = new ObjectSchema()
                .description("The number under which an import is found.")
                .addProperty("importId", new StringSchema().format("uuid"));
        started.setRequired(List.of("importId"));
        return started;
    }

    private static Map<String, Schema<?>> uploads() {
        String entries =
                Arrays.stream(RecordKind.values()).map(FactSchemas::entryOn).collect(Collectors.joining("` or `"));
        Map<String, Schema<?>> uploads = new LinkedHashMap<>();
        uploads.put(
                NDJSON,
                new StringSchema()
                        .format("binary")
                        .description("A `%s` a line, each with the identifier of the record it goes on."
                                .formatted(entries)));
        uploads.put(
                CSV,
                new StringSchema()
                        .format("binary")
                        .description(
                                "A header of the fields' names, such as `type,caseId,occurredOn`, then an entry a line;"
                                        + " several values in one cell, as of tags, have semicolons between."));
        return uploads;
    }

    private static void describeCodeLists(OpenAPI api) {
        StringSchema names = new StringSchema();
        names.setEnum(Arrays.stream(CodeList.values()).map(CodeList::path).toList());
        DescribedCall.at(api, HttpMethod.GET, "/api/v1/code-lists")
                .answers(HttpStatus.OK, "Each list by its name, in order of the codes.")
                .content(MediaType.APPLICATION_JSON_VALUE, codeLists());
        DescribedCall.at(api, HttpMethod.PUT, "/api/v1/code-lists/{list}")
                .parameter("list", "The name of the list.", names)
                .body(
                        "Codes to add, or to give another label.",
                        Map.of(MediaType.APPLICATION_JSON_VALUE, new ArraySchema().items(new Schema<>().$ref("Code"))))
                .answers(HttpStatus.OK, "The whole list as it is now, in order of the codes.")
                .refuses(HttpStatus.BAD_REQUEST, List.of("BODY_NOT_JSON", "CODE_INVALID"))
                .refuses(HttpStatus.NOT_FOUND, Map.of("CODE_LIST_UNKNOWN", "There is no such code list."))
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
