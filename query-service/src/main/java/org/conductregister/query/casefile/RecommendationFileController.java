package org.conductregister.query.casefile;

import org.conductregister.entries.RecordId;
import org.conductregister.entries.RecordKind;
import org.conductregister.query.pointintime.AskedTimes;
import org.conductregister.recommendations.RecommendationState;
import org.conductregister.terms.RecommendationId;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/recommendations/{recommendationId}")
class RecommendationFileController {

    private final Reader reader;

    RecommendationFileController(Reader reader) {
        this.reader = reader;
    }

    /** A recommendation and how each force has answered it. 404 before it was issued. */
    @GetMapping
    RecommendationAnswer state(@PathVariable String recommendationId, AskedTimes times) {
        var id = Reader.identify(RecordKind.RECOMMENDATION, recommendationId, RecommendationId::new);
        var asked = reader.asked(times);
        var known = reader.filesAt(asked).known(RecordId.of(id));
        if (known.isEmpty()) {
            throw Reader.unknown(RecordKind.RECOMMENDATION, recommendationId);
        }
        var state = RecommendationState.of(known.inEffect(asked.times().asAt()));
        if (state.issued() == null) {
            throw Reader.notYet(
                    RecordKind.RECOMMENDATION, recommendationId, asked.times().asAt());
        }
        return RecommendationAnswer.of(id, asked, known.version(), state);
    }

    /** The entries of a recommendation, struck ones too. 404 before anything was known of it. */
    @GetMapping("/timeline")
    TimelineAnswer timeline(@PathVariable String recommendationId, AskedTimes times) {
        return reader.timeline(RecordKind.RECOMMENDATION, recommendationId, times);
    }
}
