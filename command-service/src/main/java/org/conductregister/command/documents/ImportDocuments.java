package org.conductregister.command.documents;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.conductregister.command.imports.stored.UploadQuota;
import org.conductregister.entries.RecordKind;
import org.conductregister.web.documents.DescribedCall;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** Describes what the calls of imports and of their mappings are sent, and what they answer. */
@Component
final class ImportDocuments implements OpenApiCustomizer {

    private static final String NDJSON = MediaType.APPLICATION_NDJSON_VALUE;
    private static final String CSV = "text/csv";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String ODS = "application/vnd.oasis.opendocument.spreadsheet";
    private static final String IMPORT_STARTED = "ImportStarted";
    private static final String FILE_GONE = "IMPORT_FILE_GONE";
    private static final String FILE_GONE_DETAIL = "Its file was discarded, or went with an erasure.";

    private static final Map<String, String> UNKNOWN_MAPPING =
            Map.of("MAPPING_UNKNOWN", "No mapping is kept under this name.");

    @Override
    public void customise(OpenAPI api) {
        api.getComponents().addSchemas(IMPORT_STARTED, importStarted());
        describeMappings(api);
        describeAfterwards(api);
        Schema<String> modes = new StringSchema();
        modes.setEnum(List.of("check", "record", "compare"));
        started(DescribedCall.at(api, HttpMethod.POST, "/api/v1/imports"))
                .parameter(
                        "mapping",
                        "The name of the mapping that says what the columns of a sheet mean; left out where lines are"
                                + " entries.",
                        new StringSchema())
                .parameter("mode", "What is done with a sheet; it is recorded where this is left out.", modes)
                .body("The file, as it is. It is read as a stream, whatever its size.", uploads())
                .refuses(
                        HttpStatus.BAD_REQUEST,
                        Map.of(
                                "CSV_HEADER_INVALID", "The first line does not name fields.",
                                "SHEET_UNREADABLE",
                                        "The file is no sheet that can be read; the detail says what to do.",
                                "COLUMNS_MISSING", "The sheet lacks columns that the mapping names.",
                                "MAPPING_MISSING", "A workbook, or a mode, without a mapping.",
                                "MAPPING_NOT_APPLICABLE", "Entries as JSON with a mapping.",
                                "PARAMETER_INVALID", "There is no such mode."))
                .refuses(
                        HttpStatus.TOO_MANY_REQUESTS,
                        Map.of("TOO_MANY_UPLOADS", "Some files of the user's are being sent."))
                .refuses(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        Map.of("TOO_MANY_UPLOADS", "Many files are being sent by others."))
                .refuses(
                        HttpStatus.INSUFFICIENT_STORAGE,
                        Map.of(
                                UploadQuota.CODE,
                                "The files that wait to be recorded take all the room they may take.",
                                "NO_ROOM",
                                "The register's disk has no room left."))
                .refuses(HttpStatus.NOT_FOUND, UNKNOWN_MAPPING);
        started(unknown(DescribedCall.at(api, HttpMethod.POST, "/api/v1/imports/{importId}/record")))
                .refuses(
                        HttpStatus.CONFLICT,
                        Map.of(
                                "IMPORT_NOT_CHECKED",
                                "Only a sheet that was checked, or that ended with questions, is recorded so.",
                                FILE_GONE,
                                FILE_GONE_DETAIL))
                .refuses(HttpStatus.NOT_FOUND, UNKNOWN_MAPPING);
        DescribedCall.at(api, HttpMethod.GET, "/api/v1/imports")
                .answers(HttpStatus.OK, "All imports, the latest first.");
        unknown(DescribedCall.at(api, HttpMethod.GET, "/api/v1/imports/{importId}"))
                .answers(HttpStatus.OK, "How far it is.");
        unknown(DescribedCall.at(api, HttpMethod.GET, "/api/v1/imports/{importId}/refusals"))
                .answers(
                        HttpStatus.OK,
                        "A refused line a line, as `{line, column, code, detail, entry}`, where the column is that of a sheet and `entry` is what the line says.")
                .content(NDJSON, new StringSchema().format("binary"));
        DescribedCall.at(api, HttpMethod.GET, "/api/v1/imports/{importId}/profile")
                .parameter("importId", "The number that the import was given.", new StringSchema().format("uuid"))
                .answers(HttpStatus.OK, "What its columns are, and the questions that are open.")
                .refuses(HttpStatus.BAD_REQUEST, List.of("PARAMETER_INVALID"))
                .refuses(HttpStatus.NOT_FOUND, Map.of("PROFILE_UNKNOWN", "There is no profile of this import."));
        started(unknown(DescribedCall.at(api, HttpMethod.POST, "/api/v1/imports/{importId}/retry")))
                .refuses(
                        HttpStatus.CONFLICT,
                        Map.of(
                                "IMPORT_NOT_FAILED",
                                "Only an import that has failed is retried.",
                                FILE_GONE,
                                FILE_GONE_DETAIL));
        unknown(DescribedCall.at(api, HttpMethod.DELETE, "/api/v1/imports/{importId}/file"))
                .answers(HttpStatus.OK, "The import, whose file is kept no longer.")
                .refuses(HttpStatus.CONFLICT, Map.of("IMPORT_NOT_ENDED", "It waits or runs, and its file is needed."));
    }

    private static void describeAfterwards(OpenAPI api) {
        Schema<?> undo =
                new ObjectSchema().addProperty("reason", new StringSchema().description("Why the import is undone."));
        undo.setRequired(List.of("reason"));
        started(unknown(DescribedCall.at(api, HttpMethod.POST, "/api/v1/imports/{importId}/undo")))
                .body("The reason.", Map.of(MediaType.APPLICATION_JSON_VALUE, undo))
                .refuses(HttpStatus.BAD_REQUEST, List.of("BODY_NOT_JSON", "BODY_MISSING", "FIELD_MISSING"))
                .refuses(
                        HttpStatus.CONFLICT,
                        Map.of(
                                "IMPORT_RESTED_ON", "Later entries, which are listed, rest on what it recorded.",
                                "IMPORT_NOT_UNDOABLE",
                                        "It has recorded nothing, has not ended, or an earlier version recorded it."))
                .refuses(HttpStatus.CONTENT_TOO_LARGE, List.of("BODY_TOO_LARGE"));
        Map<String, String> notCompared =
                Map.of("IMPORT_NOT_COMPARED", "Only a comparison that has ended has proposals.");
        unknown(DescribedCall.at(api, HttpMethod.GET, "/api/v1/imports/{importId}/proposals"))
                .answers(HttpStatus.OK, "How many there are of each kind; as NDJSON, each of them.")
                .refuses(HttpStatus.CONFLICT, notCompared);
        Schema<?> accept = new ObjectSchema()
                .addProperty("lines", new ArraySchema().items(new IntegerSchema().format("int64")))
                .addProperty("kinds", new ArraySchema().items(new StringSchema()));
        started(unknown(DescribedCall.at(api, HttpMethod.POST, "/api/v1/imports/{importId}/proposals/accept")))
                .body(
                        "Which are accepted: all, or those of some lines or kinds.",
                        Map.of(MediaType.APPLICATION_JSON_VALUE, accept))
                .refuses(HttpStatus.BAD_REQUEST, List.of("BODY_NOT_JSON", "BODY_MISSING", "FIELD_INVALID"))
                .refuses(HttpStatus.CONFLICT, notCompared)
                .refuses(HttpStatus.CONTENT_TOO_LARGE, List.of("BODY_TOO_LARGE"));
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
        for (String workbook : List.of(XLSX, ODS)) {
            uploads.put(workbook, new StringSchema().format("binary").description("A workbook, with a mapping."));
        }
        return uploads;
    }

    private static void describeMappings(OpenAPI api) {
        Schema<?> mapping = new ObjectSchema()
                .description("What the columns of somebody's sheets mean: `force`, `facts`, and what else is needed.");
        DescribedCall.at(api, HttpMethod.GET, "/api/v1/import-mappings")
                .answers(HttpStatus.OK, "All mappings, each with its name.")
                .content(MediaType.APPLICATION_JSON_VALUE, new ArraySchema().items(mapping));
        String one = "/api/v1/import-mappings/{name}";
        for (HttpMethod method : List.of(HttpMethod.GET, HttpMethod.PUT, HttpMethod.DELETE)) {
            DescribedCall.at(api, method, one)
                    .parameter("name", "The name of the mapping.", new StringSchema())
                    .answers(HttpStatus.OK, "The mapping as it was sent.")
                    .content(MediaType.APPLICATION_JSON_VALUE, mapping);
        }
        api.getComponents().getSchemas().remove("JsonNode");
        DescribedCall.at(api, HttpMethod.GET, one).refuses(HttpStatus.NOT_FOUND, UNKNOWN_MAPPING);
        DescribedCall.at(api, HttpMethod.DELETE, one).refuses(HttpStatus.NOT_FOUND, UNKNOWN_MAPPING);
        DescribedCall.at(api, HttpMethod.PUT, one)
                .body("The mapping.", Map.of(MediaType.APPLICATION_JSON_VALUE, mapping))
                .refuses(
                        HttpStatus.BAD_REQUEST,
                        List.of("BODY_NOT_JSON", "BODY_MISSING", "MAPPING_INVALID", "MAPPING_NAME_INVALID"))
                .refuses(HttpStatus.CONTENT_TOO_LARGE, List.of("BODY_TOO_LARGE"));
    }
}
