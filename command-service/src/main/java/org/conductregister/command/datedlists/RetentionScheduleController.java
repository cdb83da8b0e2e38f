package org.conductregister.command.datedlists;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.List;
import org.conductregister.platform.Provenance;
import org.conductregister.platform.datedlists.RetentionRule;
import org.conductregister.platform.datedlists.RetentionRule.Outcome;
import org.conductregister.platform.datedlists.RetentionSchedule;
import org.conductregister.terms.CaseKind;
import org.conductregister.web.KnownAtParameter;
import org.conductregister.web.documents.ApiTags;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows for how long personal data is kept, and lets administrators state it. */
@RestController
@RequestMapping("/api/v1/retention/schedule")
class RetentionScheduleController {

    /** The longest period that is taken, in years. */
    static final int MOST = 150;

    private static final List<String> FIELDS = List.of("kind", "outcome", "years");

    private final RetentionSchedule schedule;

    RetentionScheduleController(RetentionSchedule schedule) {
        this.schedule = schedule;
    }

    @Operation(
            operationId = "retentionSchedule",
            tags = ApiTags.PERSONAL_DATA,
            summary = "For how long personal data is kept",
            description =
                    "The years after the closing of a case, by its kind and outcome, after which its personal data is due for"
                            + " erasure. Cases without a rule are never due. With knownAt, as known at that instant.")
    @GetMapping
    List<RetentionRule> all(@RequestParam(required = false) @Nullable String knownAt) {
        return schedule.knownAt(KnownAtParameter.read(knownAt));
    }

    @Operation(
            operationId = "stateRetention",
            tags = ApiTags.PERSONAL_DATA,
            summary = "State for how long personal data is kept",
            description =
                    "States the years for cases of a kind and outcome, or states them anew; null keeps them without limit, and"
                            + " the outcome ANY_OTHER stands for those without a rule of their own. All is done or nothing, and"
                            + " recorded with its instant. Nothing is erased by it: what is due is listed, and somebody decides.")
    @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    List<RetentionRule> put(@RequestBody byte[] json, Provenance by) {
        var sent = SentRows.read(
                json,
                "RETENTION_INVALID",
                FIELDS,
                RetentionScheduleController::rule,
                rule -> List.of(rule.kind(), rule.outcome()));
        schedule.put(sent, by.recordedBy());
        return schedule.knownAt(Instant.MAX);
    }

    private static @Nullable RetentionRule rule(SentRows.Row row) {
        CaseKind kind = row.constant("kind", CaseKind.class);
        Outcome outcome = row.constant("outcome", Outcome.class);
        Integer years = row.isNull("years") ? null : row.number("years", 1, MOST);
        return kind == null || outcome == null ? null : new RetentionRule(kind, outcome, years);
    }
}
