package org.conductregister.eventstore.stored;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedMetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.conductregister.eventstore.TestFact;
import org.conductregister.eventstore.TestFact.PigeonGone;
import org.conductregister.eventstore.TestFact.PigeonSeen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class FactSerializerTest {

    private final FactSerializer serializer = TestFact.serializer();
    private final PigeonSeen fact = new PigeonSeen(TestFact.DAY, "grey");

    @Test
    void a_fact_is_stored_as_JSON_under_our_name_and_revision() {
        SerializedObject<String> stored = serializer.serialize(fact, String.class);

        assertThat(stored.getData()).isEqualTo("{\"occurredOn\":\"2012-03-04\",\"colour\":\"grey\"}");
        assertThat(stored.getType()).isEqualTo(new SimpleSerializedType("pigeon.seen", "1"));
    }

    @Test
    void what_was_stored_is_read_as_it_was() {
        SerializedObject<String> text = serializer.serialize(fact, String.class);
        SerializedObject<byte[]> bytes = serializer.serialize(fact, byte[].class);
        SerializedObject<JsonNode> tree = serializer.serialize(fact, JsonNode.class);
        SerializedObject<ObjectNode> object = serializer.getConverter().convert(tree, ObjectNode.class);

        assertThat(serializer.<String, PigeonSeen>deserialize(text)).isEqualTo(fact);
        assertThat(serializer.<byte[], PigeonSeen>deserialize(bytes)).isEqualTo(fact);
        assertThat(serializer.<JsonNode, PigeonSeen>deserialize(tree)).isEqualTo(fact);
        assertThat(serializer.<ObjectNode, PigeonSeen>deserialize(object)).isEqualTo(fact);
    }

    @Test
    void metadata_are_a_flat_object_of_strings() {
        MetaData metadata = MetaData.with("recordedBy", "handler");
        SerializedObject<String> stored = serializer.serialize(metadata, String.class);

        assertThat(stored.getData()).isEqualTo("{\"recordedBy\":\"handler\"}");
        assertThat(serializer.<String, MetaData>deserialize(new SerializedMetaData<>(stored.getData(), String.class)))
                .isEqualTo(metadata);
    }

    @Test
    void metadata_are_each_entrys_own() {
        for (var handler : List.of("one", "two", "two", "one")) {
            var metadata = MetaData.with("recordedBy", handler);
            var json = serializer.serialize(metadata, String.class).getData();

            assertThat(serializer.<String, MetaData>deserialize(new SerializedMetaData<>(json, String.class)))
                    .isEqualTo(metadata);
        }
    }

    @Test
    void metadata_of_another_kind_are_refused_with_their_key() {
        assertThatExceptionOfType(SerializationException.class)
                .isThrownBy(() -> serializer.serialize(MetaData.with("retries", 3), String.class))
                .withMessageContaining("retries");
    }

    @ParameterizedTest
    @CsvSource({"pigeon.lost, 1", "pigeon.seen, 2", "pigeon.seen,"})
    void an_unknown_stored_type_is_named_and_not_skipped(String name, String revision) {
        SerializedObject<String> stored = new SimpleSerializedObject<>("{}", String.class, name, revision);

        assertThatExceptionOfType(UnknownStoredTypeException.class)
                .isThrownBy(() -> serializer.deserialize(stored))
                .withMessageContaining(name + " revision " + revision);
        assertThatExceptionOfType(UnknownStoredTypeException.class)
                .isThrownBy(() -> serializer.classForType(stored.getType()));
    }

    @Test
    void JSON_that_does_not_fit_is_refused_with_its_stored_type() {
        SerializedObject<String> stored = new SimpleSerializedObject<>("[]", String.class, "pigeon.gone", "1");

        assertThatExceptionOfType(SerializationException.class)
                .isThrownBy(() -> serializer.deserialize(stored))
                .withMessageContaining("pigeon.gone revision 1");
    }

    @Test
    void a_class_without_a_stored_type_cannot_be_stored() {
        assertThatExceptionOfType(SerializationException.class)
                .isThrownBy(() -> serializer.serialize(Map.of("not", "a fact"), String.class))
                .withMessageContaining("java.util");
    }

    @Test
    void a_class_has_one_stored_type() {
        Map<StoredType, Class<?>> twice = Map.of(
                new StoredType("pigeon.gone", "1"),
                PigeonGone.class,
                new StoredType("pigeon.left", "1"),
                PigeonGone.class);

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> new FactSerializer(JsonMapper.shared(), twice));
    }
}
