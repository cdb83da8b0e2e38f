package org.conductregister.query.projections;

import java.util.List;
import org.conductregister.platform.Provenance;
import org.conductregister.web.Problem;
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
    record Discarding(@Nullable String reason) {}

    @GetMapping
    List<ProjectionStatus> all() {
        return operator.all();
    }

    @PostMapping("/{name}/rebuild")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ProjectionStatus rebuild(@PathVariable String name, Provenance caller) {
        return operator.rebuild(name, caller).status();
    }

    @GetMapping("/{name}/dead-letters")
    List<ParkedEntry> deadLetters(@PathVariable String name) {
        return operator.named(name).deadLetters();
    }

    @PostMapping("/{name}/dead-letters/retry")
    ProjectionStatus retry(@PathVariable String name, Provenance caller) {
        return operator.retry(name, caller).status();
    }

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
