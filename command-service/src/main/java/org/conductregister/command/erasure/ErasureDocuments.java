package org.conductregister.command.erasure;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.util.List;
import java.util.Map;
import org.conductregister.terms.text.Grounds;
import org.conductregister.web.documents.DescribedCall;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** Describes the calls about personal data, where their signatures do not tell. */
@Component
final class ErasureDocuments implements OpenApiCustomizer {

    private static final Map<String, String> AGAINST_ERASURE = Map.of(
            "LEGAL_HOLD", "The record, or one that it has to do with, is under a legal hold.",
            "STILL_PENDING", "The case, or one that names the officer, is pending.",
            "IMPORT_RUNNING", "An import is running, and its file may hold what is to be erased.");

    @Override
    public void customise(OpenAPI api) {
        for (var record : List.of("/api/v1/cases/{caseId}", "/api/v1/officers/{officerId}")) {
            at(api, HttpMethod.GET, record + "/erasure")
                    .answers(HttpStatus.OK, "What would go, what would stay, and what stands against it.");
            reasoned(api, record + "/erasure", "It is erased: where that is recorded.")
                    .refuses(HttpStatus.CONFLICT, AGAINST_ERASURE);
            reasoned(api, record + "/legal-hold", "It is held: where that is recorded.")
                    .refuses(HttpStatus.CONFLICT, Map.of("LEGAL_HOLD_ALREADY", "A hold is on the record already."));
            at(api, HttpMethod.DELETE, record + "/legal-hold")
                    .parameter("reason", "Why it is released. It must name nobody.", text())
                    .answers(HttpStatus.CREATED, "It is held no more: where that is recorded.")
                    .refuses(HttpStatus.BAD_REQUEST, List.of("REASON_INVALID"))
                    .refuses(HttpStatus.CONFLICT, Map.of("LEGAL_HOLD_NONE", "No hold is on the record."));
        }
    }

    private static DescribedCall reasoned(OpenAPI api, String path, String done) {
        return at(api, HttpMethod.POST, path)
                .body("The reason. It must name nobody.", Map.of(MediaType.APPLICATION_JSON_VALUE, reason()))
                .answers(HttpStatus.CREATED, done)
                .refuses(HttpStatus.BAD_REQUEST, List.of("BODY_NOT_JSON", "REASON_INVALID"))
                .refuses(HttpStatus.CONTENT_TOO_LARGE, List.of("BODY_TOO_LARGE"));
    }

    private static DescribedCall at(OpenAPI api, HttpMethod method, String path) {
        return DescribedCall.at(api, method, path)
                .refuses(HttpStatus.BAD_REQUEST, List.of("RECORD_ID_INVALID"))
                .refuses(HttpStatus.NOT_FOUND, List.of("RECORD_UNKNOWN"));
    }

    private static Schema<?> reason() {
        Schema<?> body = new ObjectSchema();
        body.addProperty("reason", text());
        body.setRequired(List.of("reason"));
        body.setAdditionalProperties(false);
        return body;
    }

    private static Schema<?> text() {
        return new StringSchema().minLength(1).maxLength(Grounds.LONGEST).example("Retention period ended");
    }
}
