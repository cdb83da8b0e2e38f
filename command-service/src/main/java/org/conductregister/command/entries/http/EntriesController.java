package org.conductregister.command.entries.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.conductregister.command.consequences.Consequences;
import org.conductregister.command.consequences.Warning;
import org.conductregister.command.decisions.RefusedException;
import org.conductregister.command.entries.EntryLog;
import org.conductregister.command.entries.EntryLog.Receipt;
import org.conductregister.entries.Entry;
import org.conductregister.entries.RecordKind;
import org.conductregister.platform.Provenance;
import org.conductregister.web.documents.ApiTags;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Logs entries on one record: one, or an array of them, all or nothing. */
@RestController
class EntriesController {

    private final EntryLog log;
    private final EntryBody body;
    private final Consequences consequences;

    EntriesController(EntryLog log, EntryBody body, Consequences consequences) {
        this.log = log;
        this.body = body;
        this.consequences = consequences;
    }

    /**
     * The position and the instant of one entry.
     *
     * @param warnings what is worth a look; left out where nothing is
     */
    record RecordedAs(
            String entryId,
            long position,
            Instant recordedAt,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<EntryWarning> warnings) {}

    /**
     * Something about an entry that is worth a look.
     *
     * @param code a stable word for programs
     * @param detail a sentence for people
     */
    @Schema(name = "Warning", description = "Something about an entry that is recorded, and worth a look.")
    record EntryWarning(String code, String detail) {

        private static EntryWarning of(Warning warning) {
            return new EntryWarning(warning.code(), warning.detail());
        }
    }

    @Operation(
            operationId = "logOnCase",
            tags = ApiTags.LOGGING,
            summary = "Log entries on a case",
            description = "Records one entry, or an array of entries all or nothing. The rules are checked on the whole"
                    + " record, in order of the day, with all of them in it. An entry with an entryId may be sent"
                    + " again: it is answered as the first time, and recorded once.")
    @PostMapping(path = "/api/v1/cases/{caseId}/entries", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<List<RecordedAs>> onCase(
            @PathVariable String caseId,
            @RequestBody byte[] json,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Provenance by) {
        return log(RecordKind.CASE, caseId, json, ifMatch, by);
    }

    @Operation(
            operationId = "logOnOfficer",
            tags = ApiTags.LOGGING,
            summary = "Log entries on an officer",
            description = "Records one entry, or an array of entries all or nothing. The rules are checked on the whole"
                    + " record, in order of the day, with all of them in it. An entry with an entryId may be sent"
                    + " again: it is answered as the first time, and recorded once.")
    @PostMapping(path = "/api/v1/officers/{officerId}/entries", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<List<RecordedAs>> onOfficer(
            @PathVariable String officerId,
            @RequestBody byte[] json,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Provenance by) {
        return log(RecordKind.OFFICER, officerId, json, ifMatch, by);
    }

    @Operation(
            operationId = "logOnRecommendation",
            tags = ApiTags.LOGGING,
            summary = "Log entries on a recommendation",
            description = "Records one entry, or an array of entries all or nothing. The rules are checked on the whole"
                    + " record, in order of the day, with all of them in it. An entry with an entryId may be sent"
                    + " again: it is answered as the first time, and recorded once.")
    @PostMapping(
            path = "/api/v1/recommendations/{recommendationId}/entries",
            consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<List<RecordedAs>> onRecommendation(
            @PathVariable String recommendationId,
            @RequestBody byte[] json,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Provenance by) {
        return log(RecordKind.RECOMMENDATION, recommendationId, json, ifMatch, by);
    }

    private ResponseEntity<List<RecordedAs>> log(
            RecordKind kind, String id, byte[] json, @Nullable String ifMatch, Provenance by) {
        var record = EntryBody.recordInPath(kind, id);
        var expectedVersion = EntityTags.version(ifMatch);
        var sent = body.read(json, record);
        try {
            return answer(log.log(record, sent.entries(), expectedVersion, by), sent.entries());
        } catch (RefusedException e) {
            throw RefusalAnswers.problem(e.refusal(), sent.pointer(e.index())).exception();
        }
    }

    private ResponseEntity<List<RecordedAs>> answer(Receipt receipt, List<Entry> entries) {
        var recorded = new ArrayList<RecordedAs>(entries.size());
        for (int i = 0; i < entries.size(); i++) {
            var at = receipt.recorded().get(i);
            var warnings = consequences.after(entries.get(i)).stream()
                    .map(EntryWarning::of)
                    .toList();
            recorded.add(new RecordedAs(at.entryId(), at.position(), at.recordedAt(), warnings));
        }
        return ResponseEntity.status(HttpStatus.CREATED)
                .eTag(EntityTags.of(receipt.version()))
                .body(recorded);
    }
}
