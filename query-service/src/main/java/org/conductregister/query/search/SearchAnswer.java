package org.conductregister.query.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.conductregister.query.search.index.Highlighted.Part;
import org.conductregister.terms.Workforce;
import org.conductregister.terms.codes.ForceCode;
import org.conductregister.terms.codes.ThemeCode;
import org.conductregister.terms.identifiers.OfficerId;
import org.conductregister.terms.identifiers.RecommendationId;
import org.conductregister.terms.text.Label;
import org.conductregister.terms.text.PersonName;
import org.jspecify.annotations.Nullable;

/**
 * The records found of each kind, the best first.
 *
 * @param position of the last entry of the log that was known
 */
@Schema(description = "The records found, of each kind the best first.")
record SearchAnswer(
        LocalDate asAt,
        Instant knownAt,
        long position,
        FoundCases cases,
        FoundOfficers officers,
        FoundRecommendations recommendations) {

    /** The number found, of all kinds. */
    public int total() {
        return cases.total() + officers.total() + recommendations.total();
    }

    /** @param total of cases found; {@code found} are the first of them */
    record FoundCases(int total, List<FoundCase> found) {}

    /** @param total of officers found; {@code found} are the first of them */
    record FoundOfficers(int total, List<FoundOfficer> found) {}

    /** @param total of recommendations found; {@code found} are the first of them */
    record FoundRecommendations(int total, List<FoundRecommendation> found) {}

    /**
     * A passage of what somebody wrote.
     *
     * @param field as which it was stated, such as {@code title}
     */
    @Schema(name = "FoundText")
    record Text(String field, List<Part> parts) {}

    /** @param name its number, in parts */
    record FoundCase(CaseRow record, List<Part> name, List<Text> texts) {}

    /** @param name their number, in parts */
    record FoundOfficer(OfficerRow record, List<Part> name, List<Text> texts) {}

    /** @param name its number, in parts */
    record FoundRecommendation(RecommendationRow record, List<Part> name, List<Text> texts) {}

    /**
     * An officer who was found.
     *
     * @param force null where they are not registered, like {@code workforce}
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OfficerRow(
            OfficerId officerId,
            @Nullable PersonName name,
            @Nullable Label rank,
            @Nullable ForceCode force,
            @Nullable Workforce workforce) {}

    /** A recommendation that was found. */
    record RecommendationRow(
            RecommendationId recommendationId,
            Label issuedBy,
            ThemeCode theme,
            LocalDate issuedOn,
            LocalDate responseDueOn) {}
}
