package org.conductregister.query.audit;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.StringSchema;
import org.conductregister.web.documents.DescribedCall;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** Describes what reading the log answers: lines, of which the signature of the call knows nothing. */
@Component
class EventsDocuments implements OpenApiCustomizer {

    @Override
    public void customise(OpenAPI api) {
        DescribedCall.at(api, HttpMethod.GET, "/api/v1/events")
                .answers(HttpStatus.OK, "A JSON object a line, in order of position, as long as there are any.")
                .content(MediaType.APPLICATION_NDJSON_VALUE, new StringSchema().format("binary"));
    }
}
