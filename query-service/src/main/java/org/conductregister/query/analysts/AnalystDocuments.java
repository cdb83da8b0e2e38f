package org.conductregister.query.analysts;

import io.swagger.v3.oas.models.OpenAPI;
import java.util.Map;
import org.conductregister.web.documents.DescribedCall;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Describes the refusal of tables that are too fine for analysts. */
@Component
class AnalystDocuments implements OpenApiCustomizer {

    private static final String PATH = "/api/v1/statistics";

    @Override
    public void customise(OpenAPI api) {
        api.getPaths().forEach((path, item) -> {
            boolean counts = path.startsWith(PATH) && !path.endsWith("/members");
            if (counts && item.getGet() != null) {
                DescribedCall.of(item.getGet())
                        .refuses(
                                HttpStatus.FORBIDDEN,
                                Map.of(
                                        TableTooFine.CODE,
                                        "The table would tell an analyst too much of single persons: it has too many"
                                                + " dimensions or cells, or is of too few days; the sentence says what would"
                                                + " do."));
            }
        });
    }
}
