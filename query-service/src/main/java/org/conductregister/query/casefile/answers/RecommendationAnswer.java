package org.conductregister.query.casefile.answers;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.conductregister.recommendations.RecommendationState;
import org.conductregister.terms.codes.ForceCode;
import org.conductregister.terms.codes.ThemeCode;
import org.conductregister.terms.identifiers.RecommendationId;
import org.conductregister.terms.states.ResponseState;
import org.conductregister.terms.text.Label;
import org.jspecify.annotations.Nullable;

/**
 * A recommendation as at a day, as known at an instant.
 *
 * @param responses of each force it is addressed to, in order of their codes
 * @param position of the last entry of the log that was known
 * @param version how many entries of the recommendation were known
 */
public record RecommendationAnswer(
        RecommendationId recommendationId,
        LocalDate asAt,
        Instant knownAt,
        long position,
        long version,
        LocalDate issuedOn,
        Label issuedBy,
        ThemeCode theme,
        LocalDate responseDueOn,
        List<Response> responses) {

    /** @param accepted as last answered; null where not said */
    @Schema(name = "ForceResponse", description = "How one force has answered.")
    record Response(
            ForceCode force,
            ResponseState response,
            @Nullable LocalDate respondedOn,
            @Nullable Boolean accepted,
            String grade) {}

    /** @param state of a recommendation that is issued */
    static RecommendationAnswer of(RecommendationId id, ReadContext asked, long version, RecommendationState state) {
        var issued = Objects.requireNonNull(state.issued());
        var asAt = asked.times().asAt();
        return new RecommendationAnswer(
                id,
                asAt,
                asked.times().knownAt(),
                asked.position(),
                version,
                Objects.requireNonNull(state.issuedOn()),
                issued.issuedBy(),
                issued.theme(),
                issued.responseDueOn(),
                state.answers().entrySet().stream()
                        .map(answer -> new Response(
                                answer.getKey(),
                                answer.getValue().state(issued.responseDueOn(), asAt),
                                answer.getValue().respondedOn(),
                                answer.getValue().accepted(),
                                Objects.toString(answer.getValue().grade(), "NOT_GRADED")))
                        .toList());
    }
}
