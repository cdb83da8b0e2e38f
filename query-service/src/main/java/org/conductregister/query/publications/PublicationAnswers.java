package org.conductregister.query.publications;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.conductregister.query.publications.Publication.Withdrawal;
import org.conductregister.query.publications.ReproducedFigures.Change;
import org.conductregister.web.pages.LeastCount;
import org.jspecify.annotations.Nullable;

/** The shapes of answers about published figures. */
final class PublicationAnswers {

    private static final String NOT_TOLD = "not told";

    private PublicationAnswers() {}

    /**
     * One of them.
     *
     * @param digest not told to whoever is not told small counts: with it they could try which counts it is of
     * @param reproduced whether the same call gives the same table still, as known then
     * @param changedSince what is known now differs in these; empty where it is the same
     */
    record PublicationAnswer(
            String publicationId,
            String title,
            @Nullable String question,
            String query,
            @Nullable LocalDate asAt,
            Instant knownAt,
            String definitions,
            String digest,
            Instant publishedAt,
            String publishedBy,
            @Nullable Withdrawal withdrawal,
            boolean reproduced,
            List<Change> changedSince) {

        static PublicationAnswer of(Publication one, boolean reproduced, List<Change> changedSince) {
            return new PublicationAnswer(
                    one.publicationId(),
                    one.title(),
                    one.question().isEmpty() ? null : one.question(),
                    one.query(),
                    one.asAt(),
                    one.knownAt(),
                    one.definitions(),
                    LeastCount.isSet() ? NOT_TOLD : one.digest(),
                    one.publishedAt(),
                    one.publishedBy(),
                    one.withdrawal(),
                    reproduced,
                    changedSince);
        }
    }

    /** All of them, the latest first. */
    record PublicationsAnswer(Instant knownAt, long position, List<PublicationAnswer> publications) {}
}
