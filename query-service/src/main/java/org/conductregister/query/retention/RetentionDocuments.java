package org.conductregister.query.retention;

import io.swagger.v3.oas.models.OpenAPI;
import org.conductregister.web.documents.DescribedCall;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Describes what the list of the cases that are due answers. */
@Component
class RetentionDocuments implements OpenApiCustomizer {

    @Override
    public void customise(OpenAPI api) {
        DescribedCall.at(api, HttpMethod.GET, "/api/v1/retention/due")
                .answers(HttpStatus.OK, "Some of them, in the order in which the register first heard of them.");
    }
}
