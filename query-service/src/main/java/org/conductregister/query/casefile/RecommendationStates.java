package org.conductregister.query.casefile;

import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.Map;
import org.conductregister.entries.RecordId;
import org.conductregister.query.casefile.files.RecordFiles;
import org.conductregister.query.pointintime.PointInTime;
import org.conductregister.recommendations.RecommendationState;
import org.conductregister.terms.identifiers.RecommendationId;
import org.springframework.stereotype.Component;

/** The states of recommendations, for lists. */
@Component
public class RecommendationStates {

    private final RecordFiles files;

    RecommendationStates(RecordFiles files) {
        this.files = files;
    }

    /**
     * Returns the states of those of the recommendations that exist.
     *
     * @param times known at no later than the head of the cases' states
     */
    public Map<String, RecommendationState> at(Collection<String> recommendations, PointInTime times) {
        var ids = recommendations.stream()
                .map(id -> RecordId.of(new RecommendationId(id)))
                .toList();
        return files.find(ids).values().stream()
                .map(file -> file.knownAt(times.knownAt()))
                .collect(
                        toMap(file -> file.record().id(), file -> RecommendationState.of(file.inEffect(times.asAt()))));
    }
}
