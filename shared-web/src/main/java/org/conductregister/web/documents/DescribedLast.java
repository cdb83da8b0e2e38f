package org.conductregister.web.documents;

import io.swagger.v3.oas.models.OpenAPI;

/** Describes what others have described already; a bean of this type is asked after all of them, whose order is not certain. */
public interface DescribedLast {

    /** Changes the document, in which everything is that is described elsewhere. */
    void describe(OpenAPI api);
}
