package org.conductregister.query.moving;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import java.util.List;
import java.util.Map;
import org.conductregister.web.documents.DescribedCall;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** Describes the calls that move a log. */
@Component
class MovingDocuments implements OpenApiCustomizer {

    private static final Map<String, String> NOT_SEALED =
            Map.of("LOG_NOT_SEALED", "This service does not seal the log, so it cannot vouch for a copy.");

    @Override
    public void customise(OpenAPI api) {
        DescribedCall.at(api, HttpMethod.POST, "/api/v1/log-export")
                .answers(HttpStatus.CREATED, "The file is written.")
                .refuses(HttpStatus.NOT_FOUND, NOT_SEALED)
                .refuses(
                        HttpStatus.CONFLICT,
                        Map.of("LOG_CONTRADICTS_CHECKPOINT", "The log contradicts a checkpoint that was signed of it."))
                .refuses(HttpStatus.SERVICE_UNAVAILABLE, List.of("SEALING_NOT_READY", "EXPORT_NOT_WRITTEN"));
        taking(DescribedCall.at(api, HttpMethod.POST, "/api/v1/log-import"))
                .answers(HttpStatus.OK, "The log is taken in; views follow at once.")
                .refuses(HttpStatus.NOT_FOUND, NOT_SEALED)
                .refuses(HttpStatus.CONFLICT, Map.of("LOG_NOT_EMPTY", "The register has recorded entries already."))
                .refuses(HttpStatus.SERVICE_UNAVAILABLE, List.of("SEALING_NOT_READY"));
        taking(DescribedCall.at(api, HttpMethod.POST, "/api/v1/access-log-import"))
                .answers(HttpStatus.OK, "The access log is taken in.")
                .refuses(
                        HttpStatus.BAD_REQUEST,
                        Map.of("ACCESS_LOG_TAKEN", "An access log of another register was taken in before."));
    }

    private static DescribedCall taking(DescribedCall call) {
        return call.body("Which file.", Map.of(MediaType.APPLICATION_JSON_VALUE, new Schema<>().$ref("LogImporting")))
                .refuses(
                        HttpStatus.BAD_REQUEST,
                        Map.of(
                                "FIELD_MISSING", "",
                                "BODY_UNREADABLE", "",
                                "KEY_MALFORMED", "verifierKey is no key.",
                                "EXPORT_UNREADABLE", "The file is none that a register wrote.",
                                "EXPORT_ALTERED", "The file is not as it was written and sealed.",
                                "EXPORT_NOT_SIGNED", "The file is not signed by the key."))
                .refuses(HttpStatus.CONTENT_TOO_LARGE, List.of("BODY_TOO_LARGE"))
                .refuses(HttpStatus.NOT_FOUND, Map.of("FILE_UNKNOWN", "There is no such file."));
    }
}
