package org.conductregister.query.analysts;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.ComposedSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.conductregister.web.documents.DescribedLast;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Describes, where counts are protected, that analysts are told words in the place of some counts, and nothing of what is derived from them. */
@Component
class ProtectedDocuments implements DescribedLast {

    private static final String REFERENCE = "#/components/schemas/";

    private final AnalystProperties settings;

    ProtectedDocuments(AnalystProperties settings) {
        this.settings = settings;
    }

    @Override
    public void describe(OpenAPI api) {
        if (settings.isProtected()) {
            var answers = new Answers(api.getComponents().getSchemas());
            api.getPaths().forEach((path, item) -> {
                if (AnalystDocuments.isLimited(path)) {
                    item.readOperations().forEach(answers::describe);
                }
            });
        }
    }

    /** The schemas of answers; each that has a name is looked at once. */
    @SuppressWarnings("rawtypes") // as the model has them
    private record Answers(Map<String, Schema> schemas, Set<String> described) {

        Answers(Map<String, Schema> schemas) {
            this(schemas, new HashSet<>());
        }

        void describe(Operation call) {
            call.getResponses().forEach((status, response) -> {
                if (status.startsWith("2") && response.getContent() != null) {
                    response.getContent().values().forEach(content -> describe(content.getSchema()));
                }
            });
        }

        private void describe(@Nullable Schema<?> schema) {
            if (schema == null) {
                return;
            }
            var reference = schema.get$ref();
            if (reference != null) {
                var name = reference.substring(REFERENCE.length());
                if (described.add(name)) {
                    describe(schemas.get(name));
                }
                return;
            }
            describe(schema.getItems());
            if (schema.getAdditionalProperties() instanceof Schema<?> further) {
                describe(further);
            }
            if (schema.getProperties() != null) {
                schema.getProperties().replaceAll((name, property) -> property(name, property, schema));
            }
        }

        private Schema property(String name, Schema<?> property, Schema<?> of) {
            if (SmallCounts.isReplaced(name) && "integer".equals(property.getType())) {
                return new ComposedSchema()
                        .oneOf(List.of(property, new StringSchema()))
                        .description("Words for an analyst who is not told the count.");
            }
            if (("number".equals(property.getType()) || SmallCounts.isDerived(name)) && of.getRequired() != null) {
                var required = new ArrayList<>(of.getRequired());
                required.remove(name);
                of.setRequired(required);
            }
            describe(property);
            return property;
        }
    }
}
