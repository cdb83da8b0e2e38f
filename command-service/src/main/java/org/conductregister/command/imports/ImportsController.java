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
import org.conductregister.command.imports.ImportFiles.Kept;
import org.conductregister.platform.Provenance;
import org.conductregister.web.CommonProblems;
import org.conductregister.web.Problem;
import org.conductregister.web.documents.ApiTags;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Accepts imports, and reports their progress. */
@RestController
class ImportsController {

    private static final String NDJSON = "application/x-ndjson";
    private static final String CSV = "text/csv";

    private final Imports imports;

    ImportsController(Imports imports) {
        this.imports = imports;
    }

    @Operation(
            operationId = "startImport",
            tags = ApiTags.IMPORTS,
            summary = "Import a file",
            description =
                    "Takes a file of entries of any size and imports it in the background. A line that is refused is"
                            + " reported and the rest goes on. A line without an entryId is given one made from its"
                            + " content, so that the same file sent again records nothing twice.")
    @PostMapping(path = "/api/v1/imports", consumes = NDJSON)
    ResponseEntity<Map<String, UUID>> ndjson(HttpServletRequest request, Provenance by) throws IOException {
        return accept(request, Upload.Format.NDJSON, by);
    }

    @Operation(
            operationId = "startImport",
            tags = ApiTags.IMPORTS,
            summary = "Import a file",
            description =
                    "Takes a file of entries of any size and imports it in the background. A line that is refused is"
                            + " reported and the rest goes on. A line without an entryId is given one made from its"
                            + " content, so that the same file sent again records nothing twice.")
    @PostMapping(path = "/api/v1/imports", consumes = CSV)
    ResponseEntity<Map<String, UUID>> csv(HttpServletRequest request, Provenance by) throws IOException {
        return accept(request, Upload.Format.CSV, by);
    }

    private ResponseEntity<Map<String, UUID>> accept(HttpServletRequest request, Upload.Format format, Provenance by)
            throws IOException {
        var upload = Upload.sent(format, by.recordedBy(), by.correlationId());
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
        return imports.all().stream().map(Kept::progress).toList();
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
        return Problem.of(HttpStatus.NOT_FOUND, "IMPORT_UNKNOWN", "There is no import of this number on this node.")
                .exception();
    }
}
