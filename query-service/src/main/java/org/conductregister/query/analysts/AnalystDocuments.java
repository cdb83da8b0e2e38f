package org.conductregister.query.analysts;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import java.util.Map;
import org.conductregister.web.documents.DescribedCall;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Describes the refusal of tables that are too fine for analysts. */
@Component
class AnalystDocuments implements OpenApiCustomizer {

    private static final String COUNTS = "/api/v1/statistics";
    private static final String PUBLISHED = "/api/v1/publications";

    @Override
    public void customise(OpenAPI api) {
        api.getPaths().forEach((path, item) -> {
            if (isLimited(path) && !path.startsWith(PUBLISHED) && item.getGet() != null) {
                refusesTooFine(item.getGet());
            }
            if (path.equals(PUBLISHED) && item.getPost() != null) {
                refusesTooFine(item.getPost());
            }
        });
    }

    /** Whether what analysts are answered at a path is limited. */
    static boolean isLimited(String path) {
        return (path.startsWith(COUNTS) && !path.endsWith("/members")) || path.startsWith(PUBLISHED);
    }

    private static void refusesTooFine(Operation call) {
        DescribedCall.of(call)
                .refuses(
                        HttpStatus.FORBIDDEN,
                        Map.of(
                                TableTooFine.CODE,
                                "The table would tell an analyst too much of single persons: it has too many dimensions or cells, or"
                                        + " is of too few days; the sentence says what would do."));
    }
}
