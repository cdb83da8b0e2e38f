package org.conductregister.query.projections;

import java.util.List;
import java.util.Optional;
import org.conductregister.facts.EntryId;
import org.conductregister.platform.Provenance;
import org.conductregister.web.Problem;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** How the views do, and what can be done about one that does badly. */
@RestController
@RequestMapping("/api/v1/projections")
class ProjectionsController {

    private static final Logger log = LoggerFactory.getLogger(ProjectionsController.class);

    private final Projections projections;

    ProjectionsController(Projections projections) {
        this.projections = projections;
    }

    /** @param reason why the entry may be left out; for the log */
    record Discarding(@Nullable String reason) {}

    @GetMapping
    List<ProjectionStatus> all() {
        return projections.all().stream().map(Projection::status).toList();
    }

    @PostMapping("/{name}/rebuild")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ProjectionStatus rebuild(@PathVariable String name, Provenance caller) {
        var projection = named(name);
        log.info("View {} is rebuilt, as {} asks", name, caller.recordedBy());
        projection.rebuild();
        return projection.status();
    }

    @GetMapping("/{name}/dead-letters")
    List<ParkedEntry> deadLetters(@PathVariable String name) {
        return named(name).deadLetters();
    }

    @PostMapping("/{name}/dead-letters/retry")
    ProjectionStatus retry(@PathVariable String name) {
        var projection = named(name);
        projection.retry();
        return projection.status();
    }

    @PostMapping("/{name}/dead-letters/{id}/discard")
    ProjectionStatus discard(
            @PathVariable String name, @PathVariable String id, @RequestBody Discarding discarding, Provenance caller) {
        var projection = named(name);
        var entryId = entryId(id);
        if (discarding.reason() == null || discarding.reason().isBlank()) {
            throw Problem.of(HttpStatus.BAD_REQUEST, "FIELD_MISSING", "Say in reason why the entry may be left out.")
                    .exception();
        }
        if (entryId.isEmpty() || !projection.discard(entryId.get())) {
            throw Problem.of(
                            HttpStatus.NOT_FOUND,
                            "DEAD_LETTER_UNKNOWN",
                            "The view %s has no dead letter of this entryId.".formatted(name))
                    .exception();
        }
        log.warn(
                "View {} goes on without entry {}, as {} asks: {}", name, id, caller.recordedBy(), discarding.reason());
        return projection.status();
    }

    private static Optional<EntryId> entryId(String id) {
        try {
            return Optional.of(EntryId.of(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Projection named(String name) {
        return projections
                .named(name)
                .orElseThrow(() -> Problem.of(
                                HttpStatus.NOT_FOUND, "PROJECTION_UNKNOWN", "No view is named %s.".formatted(name))
                        .exception());
    }
}
