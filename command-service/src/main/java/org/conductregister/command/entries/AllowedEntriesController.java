package org.conductregister.command.entries;

import java.util.List;
import org.conductregister.command.entries.AllowedEntries.Allowed;
import org.conductregister.entries.RecordKind;
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

    @GetMapping("/api/v1/cases/{caseId}/allowed-entries")
    ResponseEntity<List<Allowed>> onCase(@PathVariable String caseId) {
        return on(RecordKind.CASE, caseId);
    }

    @GetMapping("/api/v1/officers/{officerId}/allowed-entries")
    ResponseEntity<List<Allowed>> onOfficer(@PathVariable String officerId) {
        return on(RecordKind.OFFICER, officerId);
    }

    @GetMapping("/api/v1/recommendations/{recommendationId}/allowed-entries")
    ResponseEntity<List<Allowed>> onRecommendation(@PathVariable String recommendationId) {
        return on(RecordKind.RECOMMENDATION, recommendationId);
    }

    private ResponseEntity<List<Allowed>> on(RecordKind kind, String id) {
        var answer = allowed.on(EntryBody.recordInPath(kind, id));
        return ResponseEntity.ok().eTag(EntityTags.of(answer.version())).body(answer.entries());
    }
}
