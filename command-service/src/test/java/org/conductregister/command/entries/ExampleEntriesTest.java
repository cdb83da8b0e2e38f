package org.conductregister.command.entries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.conductregister.command.entries.RecordFixture.day;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.conductregister.entries.FactField;
import org.conductregister.entries.FactJson;
import org.conductregister.entries.FactType;
import org.conductregister.entries.RecordId;
import org.conductregister.entries.RecordKind;
import org.conductregister.facts.Correction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExampleEntriesTest {

    /** Corrections name an entry, which no example has. */
    static Stream<FactType> types() {
        return FactType.logged().stream().filter(type -> !Correction.class.isAssignableFrom(type.javaType()));
    }

    @ParameterizedTest
    @MethodSource("types")
    void anExampleStatesWhatItMustAndNothingElse(FactType type) {
        var record = new RecordId(type.records().iterator().next(), "R1");

        var example = new ExampleEntries(record, day(1)).of(type, Map.of());

        assertThat(example.record()).isEqualTo(record);
        assertThat(example.fact()).isInstanceOf(type.javaType());
        assertThat(example.fact().occurredOn()).isEqualTo(day(1));
        assertThat(FactJson.data(example.fact()).propertyNames())
                .containsAll(required(type))
                .isSubsetOf(possible(type));
    }

    @Test
    void whatIsStatedIsInIt() {
        var type = FactType.named("SeverityAssessed").orElseThrow();

        var example =
                new ExampleEntries(new RecordId(RecordKind.CASE, "C1"), day(1)).of(type, Map.of("allegationId", "A7"));

        assertThat(FactJson.data(example.fact()).get("allegationId").stringValue())
                .isEqualTo("A7");
    }

    private static List<String> required(FactType type) {
        return type.fields().stream()
                .filter(field -> field.required() && !field.name().equals("occurredOn"))
                .map(FactField::name)
                .toList();
    }

    /** A field that goes with the words of another may have to be stated as well. */
    private static List<String> possible(FactType type) {
        return type.fields().stream()
                .filter(field -> field.required() || field.condition() != null)
                .map(FactField::name)
                .toList();
    }
}
