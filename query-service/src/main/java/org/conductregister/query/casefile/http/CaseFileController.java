package org.conductregister.query.casefile.http;

import io.swagger.v3.oas.annotations.Operation;
import org.conductregister.entries.RecordKind;
import org.conductregister.query.casefile.answers.CaseAnswer;
import org.conductregister.query.casefile.answers.RecordAnswers;
import org.conductregister.query.casefile.answers.RecordReader;
import org.conductregister.query.casefile.answers.TimelineAnswer;
import org.conductregister.query.pointintime.AskedTimes;
import org.conductregister.query.tabular.http.GetTable;
import org.conductregister.query.tabular.http.Tabular;
import org.conductregister.web.documents.ApiTags;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/cases/{caseId}")
class CaseFileController {

    private final RecordReader reader;
    private final RecordAnswers answers;
    private final TimelineTables tables;

    CaseFileController(RecordReader reader, RecordAnswers answers, TimelineTables tables) {
        this.reader = reader;
        this.answers = answers;
        this.tables = tables;
    }

    /** The state of a case: its tracks, allegations and referrals. 404 before it was opened. */
    @Operation(
            operationId = "getCase",
            tags = ApiTags.RECORDS,
            summary = "A case as at a day",
            description =
                    "Its tracks, allegations and referrals, with what had happened by the end of asAt, as known at"
                            + " knownAt.")
    @GetMapping
    CaseAnswer state(@PathVariable String caseId, AskedTimes times) {
        return answers.ofCase(caseId, reader.asked(times));
    }

    /** The entries of a case, struck ones too. 404 before anything was known of it. */
    @Operation(
            operationId = "getCaseTimeline",
            tags = ApiTags.RECORDS,
            summary = "The entries of a case",
            description =
                    "All entries that were known, struck ones too, in order of the day and, on one day, as recorded."
                            + " asAt leaves out what happened later.")
    @GetTable("/timeline")
    Tabular<TimelineAnswer> timeline(@PathVariable String caseId, AskedTimes times) {
        return tables.tabular(RecordKind.CASE, caseId, reader.timeline(RecordKind.CASE, caseId, times));
    }
}
