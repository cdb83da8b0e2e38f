package org.conductregister.web.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.core.converter.ModelConverters;
import java.util.List;
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

    @SuppressWarnings("unchecked") // as the interface has it
    private static List<String> required(Class<?> type) {
        var converters = new ModelConverters();
        converters.addConverter(new RecordSchemas());
        return converters.readAll(type).get(type.getSimpleName()).getRequired();
    }
}
