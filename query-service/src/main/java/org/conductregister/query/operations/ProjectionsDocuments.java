package org.conductregister.query.operations;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.util.List;
import java.util.Map;
import org.conductregister.web.documents.DescribedCall;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** Describes what can be asked of the views, and what they answer. */
@Component
class ProjectionsDocuments implements OpenApiCustomizer {

    private static final String PATH = "/api/v1/projections";
    private static final String LETTERS = PATH + "/{name}/dead-letters";
    private static final String NOW = "How the view does now.";

    @Override
    public void customise(OpenAPI api) {
        DescribedCall.at(api, HttpMethod.GET, PATH).answers(HttpStatus.OK, "Each view, and how it does.");
        named(DescribedCall.at(api, HttpMethod.POST, PATH + "/{name}/rebuild"))
                .answers(HttpStatus.ACCEPTED, "It is being built; its progress is in the list of the views.");
        named(DescribedCall.at(api, HttpMethod.GET, LETTERS))
                .answers(HttpStatus.OK, "The entries that the view does not show.");
        named(DescribedCall.at(api, HttpMethod.POST, LETTERS + "/retry")).answers(HttpStatus.OK, NOW);
        named(DescribedCall.at(api, HttpMethod.POST, LETTERS + "/{id}/discard"))
                .parameter("id", "The entryId of the dead letter.", new StringSchema().format("uuid"))
                .body(
                        "Why the entry may be left out.",
                        Map.of(MediaType.APPLICATION_JSON_VALUE, new Schema<>().$ref("Discarding")))
                .answers(HttpStatus.OK, NOW)
                .refuses(HttpStatus.BAD_REQUEST, List.of("FIELD_MISSING", "BODY_UNREADABLE"))
                .refuses(HttpStatus.CONTENT_TOO_LARGE, List.of("BODY_TOO_LARGE"))
                .refuses(
                        HttpStatus.NOT_FOUND,
                        Map.of("DEAD_LETTER_UNKNOWN", "The view has no dead letter of this entryId."));
    }

    private static DescribedCall named(DescribedCall call) {
        return call.parameter("name", "The name of the view, as in the list of the views.", new StringSchema())
                .refuses(HttpStatus.NOT_FOUND, Map.of("PROJECTION_UNKNOWN", "No view has this name."));
    }
}
