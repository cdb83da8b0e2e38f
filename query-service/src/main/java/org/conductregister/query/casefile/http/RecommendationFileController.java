package org.conductregister.query.casefile.http;

import io.swagger.v3.oas.annotations.Operation;
import org.conductregister.entries.RecordKind;
import org.conductregister.query.casefile.answers.RecommendationAnswer;
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
@RequestMapping("/api/v1/recommendations/{recommendationId}")
class RecommendationFileController {

    private final RecordReader reader;
    private final RecordAnswers answers;
    private final TimelineTables tables;

    RecommendationFileController(RecordReader reader, RecordAnswers answers, TimelineTables tables) {
        this.reader = reader;
        this.answers = answers;
        this.tables = tables;
    }

    /** A recommendation and how each force has answered it. 404 before it was issued. */
    @Operation(
            operationId = "getRecommendation",
            tags = ApiTags.RECORDS,
            summary = "A recommendation as at a day",
            description = "The recommendation, and how each force that it is addressed to has answered it by the end of"
                    + " asAt, as known at knownAt.")
    @GetMapping
    RecommendationAnswer state(@PathVariable String recommendationId, AskedTimes times) {
        return answers.ofRecommendation(recommendationId, reader.asked(times));
    }

    /** The entries of a recommendation, struck ones too. 404 before anything was known of it. */
    @Operation(
            operationId = "getRecommendationTimeline",
            tags = ApiTags.RECORDS,
            summary = "The entries of a recommendation",
            description =
                    "All entries that were known, struck ones too, in order of the day and, on one day, as recorded."
                            + " asAt leaves out what happened later.")
    @GetTable("/timeline")
    Tabular<TimelineAnswer> timeline(@PathVariable String recommendationId, AskedTimes times) {
        return tables.tabular(
                RecordKind.RECOMMENDATION,
                recommendationId,
                reader.timeline(RecordKind.RECOMMENDATION, recommendationId, times));
    }
}
