package org.conductregister.web.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecordSchemasTest {

    record Answer(
            String always,
            @Nullable String sometimes,
            List<String> list,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> leftOutWhereEmpty) {}

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Sparse(String always, List<String> leftOutWhereEmpty) {}

    @Test
    void whatIsLeftOutWhereItIsEmptyIsNotRequired() {
        assertThat(required(Answer.class)).containsExactlyInAnyOrder("always", "list");
        assertThat(required(Sparse.class)).containsExactly("always");
    }

    record Maps(Map<String, Object> ofAny, Map<String, String> ofTexts, Map<String, Sparse> ofRecords) {}

    @Test
    void aMapOfAnyValuesIsNotDescribedAsOneOfObjects() {
        var maps = schema(Maps.class).getProperties();

        assertThat(maps.get("ofAny").getAdditionalProperties()).isEqualTo(true);
        assertThat(maps.get("ofTexts").getAdditionalProperties()).isInstanceOf(StringSchema.class);
        assertThat(maps.get("ofRecords").getAdditionalProperties())
                .extracting("$ref")
                .isEqualTo("#/components/schemas/Sparse");
    }

    private static List<String> required(Class<?> type) {
        return schema(type).getRequired();
    }

    private static Schema<?> schema(Class<?> type) {
        var converters = new ModelConverters();
        converters.addConverter(new RecordSchemas());
        return converters.readAll(type).get(type.getSimpleName());
    }
}
