package org.conductregister.query.operations;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.conductregister.platform.Provenance;
import org.conductregister.query.projections.ParkedEntry;
import org.conductregister.query.projections.ProjectionStatus;
import org.conductregister.web.Problem;
import org.conductregister.web.documents.ApiTags;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The status of the views, and the operations on them. */
@RestController
@RequestMapping("/api/v1/projections")
class ProjectionsController {

    private final ProjectionOperations operator;

    ProjectionsController(ProjectionOperations operator) {
        this.operator = operator;
    }

    /** @param reason why the entry may be left out; for the log */
    @Schema(description = "Why an entry may be left out.")
    record Discarding(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String reason) {}

    @Operation(
            operationId = "listProjections",
            tags = ApiTags.VIEWS,
            summary = "How the views do",
            description = "Each view of the log: how far it has come, and what it could not take in.")
    @GetMapping
    List<ProjectionStatus> all() {
        return operator.all();
    }

    @Operation(
            operationId = "rebuildProjection",
            tags = ApiTags.VIEWS,
            summary = "Build a view anew",
            description =
                    "Builds the view from the start of the log beside the one that answers, compares the two, and puts"
                            + " the new one in its place.")
    @PostMapping("/{name}/rebuild")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ProjectionStatus rebuild(@PathVariable String name, Provenance caller) {
        return operator.rebuild(name, caller).status();
    }

    @Operation(
            operationId = "listDeadLetters",
            tags = ApiTags.VIEWS,
            summary = "What a view could not take in",
            description =
                    "The entries that the view does not show, and why; but for those of a case in which the reader is named as an officer.")
    @GetMapping("/{name}/dead-letters")
    List<ParkedEntry> deadLetters(@PathVariable String name) {
        return operator.deadLetters(name).seen();
    }

    @Operation(
            operationId = "retryDeadLetters",
            tags = ApiTags.VIEWS,
            summary = "Try the dead letters of a view again",
            description = "Hands each entry that the view does not show to it once more.")
    @PostMapping("/{name}/dead-letters/retry")
    ProjectionStatus retry(@PathVariable String name, Provenance caller) {
        return operator.retry(name, caller).status();
    }

    @Operation(
            operationId = "discardDeadLetter",
            tags = ApiTags.VIEWS,
            summary = "Leave an entry out of a view",
            description =
                    "Gives up showing one entry in the view. It stays in the log; who did so, and why, is logged.")
    @PostMapping("/{name}/dead-letters/{id}/discard")
    ProjectionStatus discard(
            @PathVariable String name, @PathVariable String id, @RequestBody Discarding discarding, Provenance caller) {
        operator.named(name);
        if (discarding.reason() == null || discarding.reason().isBlank()) {
            throw Problem.of(HttpStatus.BAD_REQUEST, "FIELD_MISSING", "Say in reason why the entry may be left out.")
                    .exception();
        }
        return operator.discard(name, id, discarding.reason(), caller).status();
    }
}
