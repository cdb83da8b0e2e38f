package org.conductregister.query.integrity;

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

/** Describes what can be asked about the log's integrity, and what is answered. */
@Component
class IntegrityDocuments implements OpenApiCustomizer {

    private static final String PATH = "/api/v1/integrity";
    private static final String TILE = PATH + "/tile/{level}/{index}";

    @Override
    public void customise(OpenAPI api) {
        sealed(DescribedCall.at(api, HttpMethod.GET, PATH)).answers(HttpStatus.OK, "How it does.");
        sealed(DescribedCall.at(api, HttpMethod.GET, PATH + "/checkpoint"))
                .answers(HttpStatus.OK, "The checkpoint.")
                .content(MediaType.TEXT_PLAIN_VALUE, new StringSchema());
        sealed(DescribedCall.at(api, HttpMethod.GET, TILE))
                .parameter(
                        "level", "The level of the tile, from 0; entries for a bundle of leaves.", new StringSchema())
                .parameter(
                        "index",
                        "The number of the tile in groups of three digits, each but the last after an x, with slashes"
                                + " between them; .p/ and the width behind it where the tile is not full.",
                        new StringSchema())
                .answers(HttpStatus.OK, "The hashes, or the leaves.")
                .content(MediaType.APPLICATION_OCTET_STREAM_VALUE, new StringSchema().format("binary"))
                .refuses(HttpStatus.NOT_FOUND, Map.of("TILE_UNKNOWN", "The log has no such tile."));
        sealed(DescribedCall.at(api, HttpMethod.GET, PATH + "/proof"))
                .answers(HttpStatus.OK, "The proof.")
                .refuses(
                        HttpStatus.NOT_FOUND,
                        Map.of(
                                "ENTRY_NOT_SEALED", "The log of that size has no entry at the position.",
                                "SIZE_NOT_SEALED", "The last checkpoint stands for fewer entries."));
        sealed(DescribedCall.at(api, HttpMethod.GET, PATH + "/consistency"))
                .answers(HttpStatus.OK, "The proof.")
                .refuses(
                        HttpStatus.NOT_FOUND,
                        Map.of("SIZE_NOT_SEALED", "The last checkpoint stands for fewer entries, or from is over to."));
        sealed(DescribedCall.at(api, HttpMethod.GET, PATH + "/check"))
                .answers(HttpStatus.OK, "Whether it holds, in a sentence too.")
                .refuses(HttpStatus.BAD_REQUEST, Map.of("CHECKPOINT_MALFORMED", "It is no checkpoint."));
        sealed(DescribedCall.at(api, HttpMethod.POST, PATH + "/acceptance"))
                .body(
                        "Why it is the one to go on with.",
                        Map.of(MediaType.APPLICATION_JSON_VALUE, new Schema<>().$ref("IntegrityAccepting")))
                .answers(HttpStatus.OK, "It is accepted, and sealed under its other name.")
                .refuses(HttpStatus.BAD_REQUEST, List.of("FIELD_MISSING", "BODY_UNREADABLE"))
                .refuses(HttpStatus.CONTENT_TOO_LARGE, List.of("BODY_TOO_LARGE"))
                .refuses(
                        HttpStatus.CONFLICT,
                        Map.of("NOTHING_TO_ACCEPT", "The log does not contradict any of its checkpoints."));
    }

    private static DescribedCall sealed(DescribedCall call) {
        return call.refuses(HttpStatus.NOT_FOUND, Map.of("LOG_NOT_SEALED", "This service does not seal the log."))
                .refuses(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        Map.of("SEALING_NOT_READY", "What was sealed is not open yet, or cannot be read."));
    }
}
