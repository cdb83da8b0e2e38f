package org.conductregister.command.imports;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.conductregister.command.imports.files.Comparison;
import org.conductregister.command.imports.files.ImportProgress;
import org.conductregister.command.imports.files.Mode;
import org.conductregister.command.imports.files.Upload;
import org.conductregister.command.imports.mapping.ColumnsMissingException;
import org.conductregister.command.imports.mapping.kept.Mappings;
import org.conductregister.command.imports.rows.CsvHeaderException;
import org.conductregister.command.imports.sheet.UnfitSheetException;
import org.conductregister.platform.Provenance;
import org.conductregister.web.CommonProblems;
import org.conductregister.web.JsonBody;
import org.conductregister.web.Problem;
import org.conductregister.web.Problem.Item;
import org.conductregister.web.documents.ApiTags;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Accepts imports, and reports their progress. */
@RestController
class ImportsController {

    private static final String NDJSON = "application/x-ndjson";
    private static final String CSV = "text/csv";
    private static final String TSV = "text/tab-separated-values";
    private static final String PLAIN = "text/plain";
    private static final String OCTETS = "application/octet-stream";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String ODS = "application/vnd.oasis.opendocument.spreadsheet";
    private static final String XLS = "application/vnd.ms-excel";

    private static final int LONGEST_REASON = 1_000;

    private final Imports imports;
    private final Mappings mappings;
    private final ImportSight sight;

    ImportsController(Imports imports, Mappings mappings, ImportSight sight) {
        this.sight = sight;
        this.imports = imports;
        this.mappings = mappings;
    }

    @Operation(
            operationId = "startImport",
            tags = ApiTags.IMPORTS,
            summary = "Import a file",
            description =
                    "Takes a file of entries of any size and imports it in the background. A line that is refused is"
                            + " reported and the rest goes on. A line without an entryId is given one made from its"
                            + " content, so that the same file sent again records nothing twice. With a mapping, the file"
                            + " is a sheet whose columns it names, and is checked, recorded or compared.")
    @PostMapping(path = "/api/v1/imports", consumes = NDJSON)
    ResponseEntity<Map<String, UUID>> ndjson(
            HttpServletRequest request,
            @RequestParam(required = false) @Nullable String mapping,
            @RequestParam(required = false) @Nullable String mode,
            Provenance by)
            throws IOException {
        if (mapping != null || mode != null) {
            throw ImportProblems.entriesNeedNoMapping();
        }
        return accept(request, Upload.sent(Upload.Format.NDJSON, by.recordedBy(), by.correlationId()));
    }

    @Operation(
            operationId = "startImport",
            tags = ApiTags.IMPORTS,
            summary = "Import a file",
            description =
                    "Takes a file of entries of any size and imports it in the background. A line that is refused is"
                            + " reported and the rest goes on. A line without an entryId is given one made from its"
                            + " content, so that the same file sent again records nothing twice. With a mapping, the file"
                            + " is a sheet whose columns it names, and is checked, recorded or compared.")
    @PostMapping(
            path = "/api/v1/imports",
            consumes = {CSV, XLSX, ODS, XLS, TSV, PLAIN, OCTETS})
    ResponseEntity<Map<String, UUID>> sheet(
            HttpServletRequest request,
            @RequestParam(required = false) @Nullable String mapping,
            @RequestParam(required = false) @Nullable String mode,
            Provenance by)
            throws IOException, HttpMediaTypeNotSupportedException {
        if (mapping == null) {
            refuseWithoutMapping(request.getContentType(), mode);
            return accept(request, Upload.sent(Upload.Format.CSV, by.recordedBy(), by.correlationId()));
        }
        var kept = mappings.named(mapping);
        var upload = Upload.ofSheet(mapping, kept.json(), mode(mode), by.recordedBy(), by.correlationId(), null);
        return accept(request, upload);
    }

    private static void refuseWithoutMapping(@Nullable String contentType, @Nullable String mode)
            throws HttpMediaTypeNotSupportedException {
        var type = contentType == null ? null : MediaType.parseMediaType(contentType);
        boolean workbook =
                Stream.of(XLSX, ODS).map(MediaType::parseMediaType).anyMatch(each -> each.isCompatibleWith(type));
        if (workbook || mode != null) {
            throw ImportProblems.mappingMissing();
        }
        var read = List.of(MediaType.parseMediaType(NDJSON), MediaType.parseMediaType(CSV));
        if (type == null || !read.getLast().isCompatibleWith(type)) {
            throw new HttpMediaTypeNotSupportedException(type, read);
        }
    }

    private static Mode mode(@Nullable String word) {
        try {
            return word == null ? Mode.RECORD : Mode.of(word);
        } catch (IllegalArgumentException e) {
            throw ImportProblems.modeUnknown();
        }
    }

    private ResponseEntity<Map<String, UUID>> accept(HttpServletRequest request, Upload upload) throws IOException {
        return accepted(imports.accept(sent(request), upload));
    }

    /** The body, which is not empty. */
    private static InputStream sent(HttpServletRequest request) throws IOException {
        var body = new PushbackInputStream(request.getInputStream());
        int first = body.read();
        if (first < 0) {
            throw CommonProblems.bodyMissing(
                            "%s, an entry a line, or %s with a header of field names".formatted(NDJSON, CSV))
                    .exception();
        }
        body.unread(first);
        return body;
    }

    private static ResponseEntity<Map<String, UUID>> accepted(ImportProgress progress) {
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/imports/" + progress.importId()))
                .body(Map.of("importId", progress.importId()));
    }

    @Operation(
            operationId = "listImports",
            tags = ApiTags.IMPORTS,
            summary = "List the imports",
            description = "All imports that this node has taken, the latest first, each with how far it is.")
    @GetMapping("/api/v1/imports")
    List<ImportProgress> all() throws IOException {
        return imports.all().stream().filter(sight::sees).map(imports::progress).toList();
    }

    @Operation(
            operationId = "importProgress",
            tags = ApiTags.IMPORTS,
            summary = "How far an import is",
            description =
                    "Its state, and how many lines were read, recorded, repeated and refused so far. An import that"
                            + " has failed can be retried.")
    @GetMapping("/api/v1/imports/{importId}")
    ImportProgress progress(@PathVariable UUID importId) {
        return imports.progress(importId).orElseThrow(ImportsController::unknown);
    }

    @Operation(
            operationId = "importRefusals",
            tags = ApiTags.IMPORTS,
            summary = "The refused lines of an import",
            description =
                    "Each line that was refused, as a JSON object a line, with the code and the sentence that say why.")
    @GetMapping(
            path = "/api/v1/imports/{importId}/refusals",
            produces = {NDJSON, MediaType.APPLICATION_PROBLEM_JSON_VALUE}) // generated clients may ask for that alone
    void refusals(@PathVariable UUID importId, HttpServletResponse response) throws IOException {
        refuseUnknown(importId);
        response.setContentType(NDJSON);
        imports.copyRefusals(importId, response.getOutputStream());
    }

    @Operation(
            operationId = "retryImport",
            tags = ApiTags.IMPORTS,
            summary = "Retry an import that has failed",
            description = "Runs it again from its first line. What it had recorded is counted as repeated, and recorded"
                    + " once.")
    @PostMapping("/api/v1/imports/{importId}/retry")
    ResponseEntity<Map<String, UUID>> retry(@PathVariable UUID importId) {
        refuseUnknown(importId);
        return accepted(imports.retry(importId)
                .orElseThrow(() -> Problem.of(
                                HttpStatus.CONFLICT, "IMPORT_NOT_FAILED", "Only an import that has failed is retried.")
                        .exception()));
    }

    @Operation(
            operationId = "recordCheckedImport",
            tags = ApiTags.IMPORTS,
            summary = "Record a sheet that was checked",
            description = "Records what was checked, without its being sent again. A sheet that ended with questions is"
                    + " read with its mapping as that is kept now, and recorded where nothing is open any more.")
    @PostMapping("/api/v1/imports/{importId}/record")
    ResponseEntity<Map<String, UUID>> record(@PathVariable UUID importId, Provenance by) {
        return accepted(imports.recordChecked(importId, by));
    }

    @Operation(
            operationId = "discardImportFile",
            tags = ApiTags.IMPORTS,
            summary = "Drop the file of an import",
            description =
                    "Deletes the file of an import that has ended, such as a sheet that was checked and will not be recorded, so"
                            + " that it takes no room any more. Its counts and its refused lines stay. Dropped again, nothing changes.")
    @DeleteMapping("/api/v1/imports/{importId}/file")
    ImportProgress discardFile(@PathVariable UUID importId) throws IOException {
        imports.discardFile(importId);
        return progress(importId);
    }

    @Operation(
            operationId = "undoImport",
            tags = ApiTags.IMPORTS,
            summary = "Undo an import",
            description =
                    "Retracts all that it recorded and that still stands, with a reason, where nothing later rests on"
                            + " it. Every count is then as if it had never been sent; what was known in between stays known.")
    @PostMapping(path = "/api/v1/imports/{importId}/undo", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Map<String, UUID>> undo(@PathVariable UUID importId, @RequestBody byte[] json, Provenance by)
            throws IOException {
        refuseUnknown(importId);
        var reason = JsonBody.tree(json).path("reason");
        if (!reason.isString()
                || reason.stringValue().isBlank()
                || reason.stringValue().length() > LONGEST_REASON) {
            throw ImportProblems.reasonMissing();
        }
        return accepted(imports.undo(importId, reason.stringValue(), by));
    }

    @Operation(
            operationId = "importProposals",
            tags = ApiTags.IMPORTS,
            summary = "What a comparison proposes",
            description =
                    "How many statements of a sheet that was compared are new, changed, gone, the same, or in conflict"
                            + " with what somebody has corrected by hand.")
    @GetMapping(path = "/api/v1/imports/{importId}/proposals", produces = MediaType.APPLICATION_JSON_VALUE)
    Comparison proposals(@PathVariable UUID importId) {
        refuseUnknown(importId);
        return imports.comparison(importId).orElseThrow(ImportProblems::notCompared);
    }

    @Operation(
            operationId = "importProposals",
            tags = ApiTags.IMPORTS,
            summary = "What a comparison proposes",
            description =
                    "How many statements of a sheet that was compared are new, changed, gone, the same, or in conflict"
                            + " with what somebody has corrected by hand; or each of the proposals, a line each.")
    @GetMapping(path = "/api/v1/imports/{importId}/proposals", produces = NDJSON)
    void proposed(@PathVariable UUID importId, HttpServletResponse response) throws IOException {
        refuseUnknown(importId);
        if (imports.comparison(importId).isEmpty()) {
            throw ImportProblems.notCompared();
        }
        response.setContentType(NDJSON);
        imports.copyProposals(importId, response.getOutputStream());
    }

    @Operation(
            operationId = "acceptProposals",
            tags = ApiTags.IMPORTS,
            summary = "Accept what a comparison proposes",
            description =
                    "Records the proposed entries as corrections: all, or those of some lines, or of some kinds. What"
                            + " is in conflict is never recorded.")
    @PostMapping(path = "/api/v1/imports/{importId}/proposals/accept", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Map<String, UUID>> accept(@PathVariable UUID importId, @RequestBody byte[] json, Provenance by) {
        refuseUnknown(importId);
        var which = AcceptBody.read(json);
        return accepted(imports.acceptProposals(importId, which.lines(), which.kinds(), by));
    }

    @ExceptionHandler
    ResponseEntity<Object> unfit(UnfitSheetException e) {
        return Problem.of(HttpStatus.BAD_REQUEST, "SHEET_UNREADABLE", e.getMessage())
                .response();
    }

    @ExceptionHandler
    ResponseEntity<Object> columnsMissing(ColumnsMissingException e) {
        var items = e.missing().stream()
                .map(column -> Item.at("", "COLUMN_MISSING", "“%s” is not a column of the sheet".formatted(column)))
                .toList();
        return Problem.of(HttpStatus.BAD_REQUEST, "COLUMNS_MISSING", e.getMessage(), items)
                .response();
    }

    @ExceptionHandler
    ResponseEntity<Object> unreadable(CsvHeaderException e) {
        return Problem.of(HttpStatus.BAD_REQUEST, "CSV_HEADER_INVALID", e.getMessage())
                .response();
    }

    private void refuseUnknown(UUID importId) {
        if (imports.progress(importId).isEmpty()) {
            throw unknown();
        }
    }

    private static RuntimeException unknown() {
        return ImportProblems.unknown();
    }
}
