package org.conductregister.web.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.conductregister.web.Problem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProblemSchemasTest {

    @Test
    void theyHaveThePropertiesThatProblemsHave() {
        assertDescribes(ProblemSchemas.problem(), Problem.class);
        assertDescribes(ProblemSchemas.item(), Problem.Item.class);
    }

    private static void assertDescribes(Schema<?> schema, Class<? extends Record> type) {
        assertThat(schema.getProperties().keySet())
                .containsExactlyElementsOf(Arrays.stream(type.getRecordComponents())
                        .map(RecordComponent::getName)
                        .toList());
        assertThat(schema.getRequired())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(type.getRecordComponents())
                        .filter(component -> !component.getAnnotatedType().isAnnotationPresent(Nullable.class)
                                && component.getType() != List.class)
                        .map(RecordComponent::getName)
                        .toList());
        assertThat(schema.getProperties().values())
                .allSatisfy(property -> assertThat(property.getDescription()).isNotBlank());
    }
}
