package org.conductregister.query.operations;

import java.util.List;
import java.util.Optional;
import org.conductregister.entries.RecordId;
import org.conductregister.facts.EntryId;
import org.conductregister.platform.Provenance;
import org.conductregister.query.projections.ParkedEntry;
import org.conductregister.query.projections.Projection;
import org.conductregister.query.projections.ProjectionStatus;
import org.conductregister.query.projections.Projections;
import org.conductregister.query.sight.WithheldCases;
import org.conductregister.web.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** The operations on views, by the API or on a page. Each request is logged with the person who made it. */
@Component
final class ProjectionOperations {

    private static final Logger log = LoggerFactory.getLogger(ProjectionOperations.class);

    private final Projections projections;
    private final WithheldCases withheld;

    ProjectionOperations(Projections projections, WithheldCases withheld) {
        this.projections = projections;
        this.withheld = withheld;
    }

    /**
     * The entries that a view does not show, as somebody may see them.
     *
     * @param withheld how many are of cases in which they are named as an officer
     */
    record Letters(List<ParkedEntry> seen, int withheld) {}

    /** Returns the dead letters of a view. */
    Letters deadLetters(String name) {
        var all = named(name).deadLetters();
        var hidden = withheld.fromReader();
        var seen = all.stream()
                .filter(letter -> !hidden.test(RecordId.parse(letter.record())))
                .toList();
        return new Letters(seen, all.size() - seen.size());
    }

    List<ProjectionStatus> all() {
        return projections.all().stream().map(Projection::status).toList();
    }

    /**
     * Returns the view of this name.
     *
     * @throws org.conductregister.web.ProblemException 404 when there is none
     */
    Projection named(String name) {
        return projections
                .named(name)
                .orElseThrow(() -> Problem.of(
                                HttpStatus.NOT_FOUND, "PROJECTION_UNKNOWN", "No view is named %s.".formatted(name))
                        .exception());
    }

    Projection rebuild(String name, Provenance caller) {
        var projection = named(name);
        log.info("View {} is rebuilt, as {} asks", name, caller.recordedBy());
        projection.rebuild();
        return projection;
    }

    Projection retry(String name, Provenance caller) {
        var projection = named(name);
        log.info("View {} tries its dead letters again, as {} asks", name, caller.recordedBy());
        projection.retry();
        return projection;
    }

    /**
     * @param reason why the entry may be left out
     * @throws org.conductregister.web.ProblemException when it is no dead letter of the view
     */
    Projection discard(String name, String id, String reason, Provenance caller) {
        var projection = named(name);
        if (!entryId(id).map(projection::discard).orElse(false)) {
            throw Problem.of(
                            HttpStatus.NOT_FOUND,
                            "DEAD_LETTER_UNKNOWN",
                            "The view %s has no dead letter of this entryId.".formatted(name))
                    .exception();
        }
        log.warn("View {} goes on without entry {}, as {} asks: {}", name, id, caller.recordedBy(), oneLine(reason));
        return projection;
    }

    /** Returns the text on one line, so that it cannot look like a line of the log. */
    private static String oneLine(String text) {
        return text.strip().replaceAll("\\p{Cntrl}+", " ");
    }

    private static Optional<EntryId> entryId(String id) {
        try {
            return Optional.of(EntryId.of(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
