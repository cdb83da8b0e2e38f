package org.conductregister.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.conductregister.entries.FactJson;
import org.conductregister.entries.FactType;
import org.conductregister.facts.CaseFact.AppealDecided;
import org.conductregister.facts.CaseFact.SentencePassed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tests that every kind of fact stays as it is stored, because an event store keeps it for ever: {@code
 * stored-facts.txt} holds its name, its revision and its JSON, with all it can state and with no more than it must. A
 * line there is never changed; a fact whose fields change takes a new revision, a new line, and an upcaster from the
 * old. A field that is added and may be left out takes a new line alone.
 */
class StoredFactsTest {

    record Stored(String name, String revision, String json) {

        static Stored parse(String line) {
            var parts = line.split(" ", 3);
            return new Stored(parts[0], parts[1], parts[2]);
        }

        static Stored of(Fact fact) {
            var type = FactType.of(fact);
            return new Stored(
                    type.storedName(), type.storedRevision(), FactJson.mapper().writeValueAsString(fact));
        }

        FactType type() {
            return FactType.all().stream()
                    .filter(type -> type.storedName().equals(name))
                    .filter(type -> type.storedRevision().equals(revision))
                    .findFirst()
                    .orElseThrow();
        }
    }

    record Pin(Stored stored, Fact fact) {

        @Override
        public String toString() {
            return stored.name() + " " + stored.revision();
        }
    }

    static Stream<Pin> pins() {
        var stored = stored();
        var facts = Stream.of(
                        FactSamples.before(),
                        FactSamples.sparseBefore(),
                        FactSamples.beforeGender(),
                        List.of(FactSamples.registered()),
                        FactSamples.personalData())
                .flatMap(List::stream)
                .toList();
        assertThat(stored).as("a line for each sample").hasSameSizeAs(facts);
        return Stream.iterate(0, i -> i < facts.size(), i -> i + 1).map(i -> new Pin(stored.get(i), facts.get(i)));
    }

    @ParameterizedTest
    @MethodSource("pins")
    void isWrittenAsPinned(Pin pin) {
        assertThat(Stored.of(pin.fact())).isEqualTo(pin.stored());
    }

    @ParameterizedTest
    @MethodSource("pins")
    void whatIsPinnedIsReadAsTheSameFact(Pin pin) {
        var read = FactJson.mapper()
                .readValue(pin.stored().json(), pin.stored().type().javaType());

        assertThat(read).isEqualTo(pin.fact());
    }

    @Test
    void everyKindOfFactIsPinnedInFullAndSparse() {
        assertThat(FactSamples.full()).extracting(FactType::of).containsExactlyInAnyOrderElementsOf(FactType.all());
        assertThat(FactSamples.sparse()).extracting(FactType::of).containsExactlyInAnyOrderElementsOf(FactType.all());
    }

    @Test
    void aFullSampleStatesEveryFieldAndASparseOneOnlyTheRequired() {
        for (var fact : FactSamples.full()) {
            var fields = FactType.of(fact).fields().stream().map(field -> field.name());
            assertThat(namesIn(fact)).containsExactlyElementsOf(fields.toList());
        }
        for (var fact : FactSamples.sparse()) {
            var required = FactType.of(fact).fields().stream()
                    .filter(field -> field.required())
                    .map(field -> field.name());
            assertThat(namesIn(fact)).containsExactlyElementsOf(required.toList());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'occurredOn': '2019-05-06', 'allegationId': 'A1', 'result': 'UPHELD', 'outcome': 'WRITTEN_WARNING'}",
                "{'occurredOn': '2019-05-06', 'allegationId': 'A1', 'result': 'OUTCOME_VARIED'}",
                "{'occurredOn': '2019-05-06', 'allegationId': 'A1', 'sentence': 'FINE', 'months': 6}"
            })
    void whatEarlierVersionsTookIsStillRead(String stored) {
        var json = stored.replace('\'', '"');
        var type = json.contains("result") ? AppealDecided.class : SentencePassed.class;

        var fact = FactJson.mapper().readValue(json, type);

        assertThat(FactJson.mapper().writeValueAsString(fact))
                .isEqualTo(json.replace(": ", ":").replace(", ", ","));
    }

    @Test
    void noTwoKindsOfFactAreStoredUnderOneName() {
        assertThat(FactType.all()).extracting(FactType::storedName).doesNotHaveDuplicates();
    }

    private static List<String> namesIn(Fact fact) {
        return List.copyOf(FactJson.mapper().valueToTree(fact).propertyNames());
    }

    private static List<Stored> stored() {
        return PinnedLines.lines("stored-facts.txt").stream().map(Stored::parse).toList();
    }
}
