package org.conductregister.command.entries.http;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.conductregister.command.entries.AllowedEntries;
import org.conductregister.command.entries.AllowedEntries.Allowed;
import org.conductregister.entries.RecordKind;
import org.conductregister.web.documents.ApiTags;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Tells forms which facts may be logged next. */
@RestController
class AllowedEntriesController {

    private final AllowedEntries allowed;

    AllowedEntriesController(AllowedEntries allowed) {
        this.allowed = allowed;
    }

    @Operation(
            operationId = "allowedOnCase",
            tags = ApiTags.LOGGING,
            summary = "What may be logged on a case now",
            description =
                    "Each kind of fact that the rules would take today, with its fields; where only some values are"
                            + " possible, such as the allegations that are reported, these are the choices. Of a case that"
                            + " nothing is known of, what it may begin with.")
    @GetMapping("/api/v1/cases/{caseId}/allowed-entries")
    ResponseEntity<List<Allowed>> onCase(@PathVariable String caseId) {
        return on(RecordKind.CASE, caseId);
    }

    @Operation(
            operationId = "allowedOnOfficer",
            tags = ApiTags.LOGGING,
            summary = "What may be logged on an officer now",
            description =
                    "Each kind of fact that the rules would take today, with its fields; where only some values are"
                            + " possible, such as the allegations that are reported, these are the choices. Of an officer"
                            + " that nothing is known of, what it may begin with.")
    @GetMapping("/api/v1/officers/{officerId}/allowed-entries")
    ResponseEntity<List<Allowed>> onOfficer(@PathVariable String officerId) {
        return on(RecordKind.OFFICER, officerId);
    }

    @Operation(
            operationId = "allowedOnRecommendation",
            tags = ApiTags.LOGGING,
            summary = "What may be logged on a recommendation now",
            description =
                    "Each kind of fact that the rules would take today, with its fields; where only some values are"
                            + " possible, such as the allegations that are reported, these are the choices. Of a"
                            + " recommendation that nothing is known of, what it may begin with.")
    @GetMapping("/api/v1/recommendations/{recommendationId}/allowed-entries")
    ResponseEntity<List<Allowed>> onRecommendation(@PathVariable String recommendationId) {
        return on(RecordKind.RECOMMENDATION, recommendationId);
    }

    private ResponseEntity<List<Allowed>> on(RecordKind kind, String id) {
        var answer = allowed.on(EntryBody.recordInPath(kind, id));
        return ResponseEntity.ok().eTag(EntityTags.of(answer.version())).body(answer.entries());
    }
}
