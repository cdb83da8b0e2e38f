package org.conductregister.query.casefile.http;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.util.Map;
import org.conductregister.entries.RecordKind;
import org.conductregister.query.casefile.answers.RecordReader;
import org.conductregister.web.documents.DescribedCall;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Describes what reads of one record answer, and that there may be nothing to tell. */
@Component
class RecordDocuments implements OpenApiCustomizer {

    static {
        // Else it is taken for a bean, whose properties are those of a tree
        SpringDocUtils.getConfig().replaceWithSchema(ObjectNode.class, new ObjectSchema().additionalProperties(true));
    }

    @Override
    public void customise(OpenAPI api) {
        for (RecordKind kind : RecordKind.values()) {
            String path = "/api/v1/%ss/{%s}".formatted(kind.word(), kind.idField());
            unknown(kind, DescribedCall.at(api, HttpMethod.GET, path))
                    .answers(HttpStatus.OK, "The %s, and both times as used.".formatted(kind.word()))
                    .etag()
                    .refuses(
                            HttpStatus.NOT_FOUND,
                            kind == RecordKind.OFFICER
                                    ? Map.of()
                                    : Map.of(
                                            RecordReader.retractedCode(kind),
                                            "The entry that began the %s was retracted, as known then."
                                                    .formatted(kind.word())));
            unknown(kind, DescribedCall.at(api, HttpMethod.GET, path + "/timeline"))
                    .answers(HttpStatus.OK, "The entries, and both times as used.")
                    .etag();
        }
        unknown(
                        RecordKind.OFFICER,
                        DescribedCall.at(api, HttpMethod.GET, "/api/v1/officers/{officerId}/subject-access"))
                .answers(HttpStatus.OK, "All that is said of the person, and both times as used.")
                .etag();
    }

    private static DescribedCall unknown(RecordKind kind, DescribedCall call) {
        return call.parameter(kind.idField(), "The identifier of the %s.".formatted(kind.word()), new StringSchema())
                .refuses(
                        HttpStatus.NOT_FOUND,
                        Map.of(
                                RecordReader.unknownCode(kind),
                                "Nothing of the %s had happened by then, as known then.".formatted(kind.word())));
    }
}
