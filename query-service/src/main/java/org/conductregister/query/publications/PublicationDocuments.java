package org.conductregister.query.publications;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.DateSchema;
import io.swagger.v3.oas.models.media.DateTimeSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.util.List;
import java.util.Map;
import org.conductregister.web.documents.DescribedCall;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Describes the calls about published figures in the API document. */
@Component
class PublicationDocuments implements OpenApiCustomizer {

    private static final Map<String, String> UNKNOWN =
            Map.of("PUBLICATION_UNKNOWN", "No figure was published under this identifier.");
    private static final Map<String, String> INVALID = Map.of(
            "PUBLICATION_INVALID", "A field is missing or has a value that it cannot have; `errors` names each.");

    @Override
    public void customise(OpenAPI api) {
        var one = PublicationsController.PATH + "/{publicationId}";
        DescribedCall.at(api, HttpMethod.POST, PublicationsController.PATH)
                .answers(HttpStatus.CREATED, "The figure as it is recorded.")
                .header("Location", "Where it is.", new StringSchema())
                .body("What was published.", Map.of("application/json", sent()))
                .refuses(HttpStatus.BAD_REQUEST, INVALID)
                .refuses(HttpStatus.BAD_REQUEST, Map.of("BODY_NOT_JSON", "The body cannot be read."))
                .refuses(HttpStatus.CONFLICT, Map.of("FIGURE_DIFFERS", "The table at these times has another digest."))
                .refuses(HttpStatus.SERVICE_UNAVAILABLE, behind());
        DescribedCall.at(api, HttpMethod.GET, PublicationsController.PATH)
                .answers(HttpStatus.OK, "All published figures.")
                .refuses(HttpStatus.SERVICE_UNAVAILABLE, behind());
        DescribedCall.at(api, HttpMethod.GET, one)
                .answers(HttpStatus.OK, "The figure.")
                .parameter("publicationId", "The identifier of the publication.", new StringSchema())
                .refuses(HttpStatus.NOT_FOUND, UNKNOWN)
                .refuses(HttpStatus.SERVICE_UNAVAILABLE, behind());
        DescribedCall.at(api, HttpMethod.POST, one + "/withdrawal")
                .answers(HttpStatus.OK, "The figure, withdrawn.")
                .parameter("publicationId", "The identifier of the publication.", new StringSchema())
                .body("Why.", Map.of("application/json", reason()))
                .refuses(HttpStatus.BAD_REQUEST, INVALID)
                .refuses(HttpStatus.BAD_REQUEST, Map.of("BODY_NOT_JSON", "The body cannot be read."))
                .refuses(HttpStatus.NOT_FOUND, UNKNOWN)
                .refuses(HttpStatus.CONFLICT, Map.of("PUBLICATION_WITHDRAWN", "It has been withdrawn already."))
                .refuses(HttpStatus.SERVICE_UNAVAILABLE, behind());
    }

    private static Map<String, String> behind() {
        return Map.of("VIEW_BEHIND", "The view has not caught up to what the read must see.");
    }

    private static Schema<?> sent() {
        Schema<?> sent = new ObjectSchema()
                .addProperty("title", new StringSchema().maxLength(Publications.LONGEST_TITLE))
                .addProperty(
                        "question",
                        new StringSchema()
                                .maxLength(Publications.LONGEST_QUESTION)
                                .description("What was asked, in words."))
                .addProperty(
                        "query",
                        new StringSchema()
                                .maxLength(Publications.LONGEST_QUERY)
                                .description(
                                        "The call of /api/v1/statistics that gave the table, or its parameters; times"
                                                + " and format in it are left out.")
                                .example("/api/v1/statistics?unit=cases&groupBy=force"))
                .addProperty(
                        "asAt",
                        new DateSchema().description("Of counts and durations; left out of calls of several days."))
                .addProperty("knownAt", new DateTimeSchema().description("As the answer states it."))
                .addProperty(
                        "digest",
                        new StringSchema()
                                .pattern("^sha-256:[0-9a-f]{64}$")
                                .description("Of the table as text/csv, where it is to be held against it."));
        sent.setRequired(List.of("title", "query", "knownAt"));
        return sent;
    }

    private static Schema<?> reason() {
        Schema<?> reason = new ObjectSchema().addProperty("reason", new StringSchema());
        reason.setRequired(List.of("reason"));
        return reason;
    }
}
