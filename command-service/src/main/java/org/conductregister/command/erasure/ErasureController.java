package org.conductregister.command.erasure;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.conductregister.command.decisions.RefusedException;
import org.conductregister.command.entries.EntryLog.Receipt;
import org.conductregister.command.entries.http.RefusalAnswers;
import org.conductregister.command.erasure.ErasurePreview.RecordedAs;
import org.conductregister.entries.RecordId;
import org.conductregister.platform.Provenance;
import org.conductregister.terms.text.Grounds;
import org.conductregister.web.JsonBody;
import org.conductregister.web.Problem;
import org.conductregister.web.documents.ApiTags;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Legal holds and erasures of cases and officers. */
@RestController
class ErasureController {

    private final Erasures erasures;

    ErasureController(Erasures erasures) {
        this.erasures = erasures;
    }

    @Operation(
            operationId = "previewErasureOfCase",
            tags = ApiTags.PERSONAL_DATA,
            summary = "What an erasure of a case would do",
            description =
                    "How many texts would go for good, what would stay and why, and what stands against it. Shows no text.")
    @GetMapping("/api/v1/cases/{caseId}/erasure")
    ErasurePreview ofCase(@PathVariable String caseId, Provenance by) {
        return preview("cases", caseId, by);
    }

    @Operation(
            operationId = "previewErasureOfOfficer",
            tags = ApiTags.PERSONAL_DATA,
            summary = "What an erasure of an officer would do",
            description =
                    "How many texts would go for good, what would stay and why, and what stands against it. Shows no text.")
    @GetMapping("/api/v1/officers/{officerId}/erasure")
    ErasurePreview ofOfficer(@PathVariable String officerId, Provenance by) {
        return preview("officers", officerId, by);
    }

    @Operation(
            operationId = "eraseCase",
            tags = ApiTags.PERSONAL_DATA,
            summary = "Erase the personal data of a case",
            description =
                    "Makes the texts of the case unreadable for good, in backups of the log too. Every count stays what it"
                            + " was. Refused while the case, or an officer in it, is held, or the case is pending.")
    @PostMapping(path = "/api/v1/cases/{caseId}/erasure", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<RecordedAs> eraseCase(@PathVariable String caseId, @RequestBody byte[] json, Provenance by) {
        return erase("cases", caseId, json, by);
    }

    @Operation(
            operationId = "eraseOfficer",
            tags = ApiTags.PERSONAL_DATA,
            summary = "Erase the personal data of an officer",
            description =
                    "Makes the name and the texts of the officer's record unreadable for good, in backups of the log too."
                            + " Every count stays what it was. Refused while the officer, or a case that names them, is held, or such a"
                            + " case is pending.")
    @PostMapping(path = "/api/v1/officers/{officerId}/erasure", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<RecordedAs> eraseOfficer(@PathVariable String officerId, @RequestBody byte[] json, Provenance by) {
        return erase("officers", officerId, json, by);
    }

    @Operation(
            operationId = "holdCase",
            tags = ApiTags.PERSONAL_DATA,
            summary = "Place a legal hold on a case",
            description =
                    "Its personal data, and that of the officers in it, is not erased until the hold is released.")
    @PostMapping(path = "/api/v1/cases/{caseId}/legal-hold", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<RecordedAs> holdCase(@PathVariable String caseId, @RequestBody byte[] json, Provenance by) {
        return recorded(erasures.hold(record("cases", caseId), reason(json), by));
    }

    @Operation(
            operationId = "holdOfficer",
            tags = ApiTags.PERSONAL_DATA,
            summary = "Place a legal hold on an officer",
            description =
                    "Their personal data, and that of the cases that name them, is not erased until the hold is released.")
    @PostMapping(path = "/api/v1/officers/{officerId}/legal-hold", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<RecordedAs> holdOfficer(@PathVariable String officerId, @RequestBody byte[] json, Provenance by) {
        return recorded(erasures.hold(record("officers", officerId), reason(json), by));
    }

    @Operation(
            operationId = "releaseCase",
            tags = ApiTags.PERSONAL_DATA,
            summary = "Release the legal hold on a case",
            description = "Says when and why it was released; the hold itself stays on the record.")
    @DeleteMapping("/api/v1/cases/{caseId}/legal-hold")
    ResponseEntity<RecordedAs> releaseCase(@PathVariable String caseId, @RequestParam String reason, Provenance by) {
        return recorded(erasures.release(record("cases", caseId), grounds(reason, ""), by));
    }

    @Operation(
            operationId = "releaseOfficer",
            tags = ApiTags.PERSONAL_DATA,
            summary = "Release the legal hold on an officer",
            description = "Says when and why it was released; the hold itself stays on the record.")
    @DeleteMapping("/api/v1/officers/{officerId}/legal-hold")
    ResponseEntity<RecordedAs> releaseOfficer(
            @PathVariable String officerId, @RequestParam String reason, Provenance by) {
        return recorded(erasures.release(record("officers", officerId), grounds(reason, ""), by));
    }

    private ErasurePreview preview(String kind, String id, Provenance by) {
        return erasures.preview(record(kind, id), by);
    }

    private ResponseEntity<RecordedAs> erase(String kind, String id, byte[] json, Provenance by) {
        return recorded(erasures.erase(record(kind, id), reason(json), by));
    }

    private static RecordId record(String kind, String id) {
        try {
            return Erasures.record(kind, id);
        } catch (IllegalArgumentException e) {
            throw Problem.of(HttpStatus.BAD_REQUEST, "RECORD_ID_INVALID", "The number " + e.getMessage() + ".")
                    .exception();
        }
    }

    private static Grounds reason(byte[] json) {
        var body = JsonBody.tree(json);
        var reason = body.path("reason");
        if (!body.isObject() || !reason.isString() || body.size() != 1) {
            throw invalid("/reason", "reason is missing, or there is something beside it: send {\"reason\": \"…\"}.");
        }
        return grounds(reason.stringValue(), "/reason");
    }

    private static Grounds grounds(String reason, String pointer) {
        try {
            return new Grounds(reason);
        } catch (IllegalArgumentException e) {
            throw invalid(pointer, "reason " + e.getMessage() + ".");
        }
    }

    private static RuntimeException invalid(String pointer, String detail) {
        return Problem.of(
                        HttpStatus.BAD_REQUEST,
                        "REASON_INVALID",
                        detail,
                        List.of(
                                pointer.isEmpty()
                                        ? Problem.Item.ofParameter("reason", detail)
                                        : Problem.Item.at(pointer, "REASON_INVALID", detail)))
                .exception();
    }

    private static ResponseEntity<RecordedAs> recorded(Receipt receipt) {
        var at = receipt.recorded().getFirst();
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(new RecordedAs(at.entryId(), at.position(), at.recordedAt()));
    }

    @ExceptionHandler
    ResponseEntity<Object> refused(RefusedException e) {
        return RefusalAnswers.problem(e.refusal(), "").response();
    }

    @ExceptionHandler
    ResponseEntity<Object> refused(ErasureRefusedException e) {
        var first = e.standing().getFirst();
        return Problem.of(
                        HttpStatus.CONFLICT,
                        first.code(),
                        first.detail(),
                        e.standing().stream()
                                .map(each -> Problem.Item.at("", each.code(), each.detail()))
                                .toList())
                .response();
    }

    @ExceptionHandler
    ResponseEntity<Object> unknown(RecordUnknownException e) {
        return Problem.of(HttpStatus.NOT_FOUND, "RECORD_UNKNOWN", String.valueOf(e.getMessage()))
                .response();
    }

    @ExceptionHandler
    ResponseEntity<Object> importing(ImportRemains.ImportRunsException e) {
        return Problem.of(HttpStatus.CONFLICT, "IMPORT_RUNNING", String.valueOf(e.getMessage()))
                .response();
    }
}
