package org.conductregister.command.imports.mapping.kept;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.conductregister.entries.FactJson;
import org.conductregister.platform.Provenance;
import org.conductregister.web.JsonBody;
import org.conductregister.web.documents.ApiTags;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Keeps mappings, and shows them as they were sent. */
@RestController
class MappingsController {

    private final Mappings mappings;

    MappingsController(Mappings mappings) {
        this.mappings = mappings;
    }

    @Operation(
            operationId = "listImportMappings",
            tags = ApiTags.IMPORTS,
            summary = "List the mappings",
            description = "All mappings that are kept, each with its name, in order of the names.")
    @GetMapping("/api/v1/import-mappings")
    List<JsonNode> all() {
        return mappings.all().entrySet().stream()
                .map(each -> {
                    var named = FactJson.mapper().createObjectNode().put("name", each.getKey());
                    each.getValue().properties().forEach(field -> named.set(field.getKey(), field.getValue()));
                    return (JsonNode) named;
                })
                .toList();
    }

    @Operation(
            operationId = "importMapping",
            tags = ApiTags.IMPORTS,
            summary = "One mapping",
            description = "What the columns of somebody's sheets mean, as it was sent.")
    @GetMapping("/api/v1/import-mappings/{name}")
    JsonNode one(@PathVariable String name) {
        return mappings.json(name);
    }

    @Operation(
            operationId = "keepImportMapping",
            tags = ApiTags.IMPORTS,
            summary = "Keep a mapping",
            description = "Says what the columns of somebody's sheets mean: which facts a row states, of what its"
                    + " identifiers are made, and which of the register's codes its values stand for. It is kept under its"
                    + " name, in the place of an earlier one.")
    @PutMapping(path = "/api/v1/import-mappings/{name}", consumes = MediaType.APPLICATION_JSON_VALUE)
    JsonNode put(@PathVariable String name, @RequestBody byte[] json, Provenance by) {
        return mappings.put(name, JsonBody.tree(json), by.recordedBy()).json();
    }

    @Operation(
            operationId = "deleteImportMapping",
            tags = ApiTags.IMPORTS,
            summary = "Delete a mapping",
            description = "Keeps it no more, and answers with what it was. Imports that were sent with it stay as they"
                    + " are.")
    @DeleteMapping("/api/v1/import-mappings/{name}")
    JsonNode delete(@PathVariable String name, Provenance by) {
        var last = mappings.json(name);
        mappings.delete(name, by.recordedBy());
        return last;
    }
}
