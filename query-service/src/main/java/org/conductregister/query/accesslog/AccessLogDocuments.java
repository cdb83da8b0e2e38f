package org.conductregister.query.accesslog;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.StringSchema;
import java.util.List;
import org.conductregister.web.documents.DescribedCall;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** Describes what reading the access log answers: lines, of which the signature of the call knows nothing. */
@Component
class AccessLogDocuments implements OpenApiCustomizer {

    @Override
    public void customise(OpenAPI api) {
        DescribedCall.at(api, HttpMethod.GET, "/api/v1/access-log")
                .answers(HttpStatus.OK, "A JSON object a line, in the order in which they were kept.")
                .content(MediaType.APPLICATION_NDJSON_VALUE, new StringSchema().format("binary"))
                .refuses(HttpStatus.SERVICE_UNAVAILABLE, List.of("ACCESS_LOG_UNREADABLE"));
    }
}
