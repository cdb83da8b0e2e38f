package org.conductregister.query.casefile;

import org.conductregister.entries.RecordKind;
import org.conductregister.query.pointintime.AskedTimes;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/recommendations/{recommendationId}")
class RecommendationFileController {

    private final RecordReader reader;
    private final RecordAnswers answers;

    RecommendationFileController(RecordReader reader, RecordAnswers answers) {
        this.reader = reader;
        this.answers = answers;
    }

    /** A recommendation and how each force has answered it. 404 before it was issued. */
    @GetMapping
    RecommendationAnswer state(@PathVariable String recommendationId, AskedTimes times) {
        return answers.ofRecommendation(recommendationId, reader.asked(times));
    }

    /** The entries of a recommendation, struck ones too. 404 before anything was known of it. */
    @GetMapping("/timeline")
    TimelineAnswer timeline(@PathVariable String recommendationId, AskedTimes times) {
        return reader.timeline(RecordKind.RECOMMENDATION, recommendationId, times);
    }
}
