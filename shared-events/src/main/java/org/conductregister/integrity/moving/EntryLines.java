package org.conductregister.integrity.moving;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.conductregister.integrity.StoredRow;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The form of an entry in a file. */
final class EntryLines {

    private EntryLines() {}

    static ObjectNode line(StoredRow row, byte[] leafHash) {
        ByteBuffer id = ByteBuffer.wrap(row.entryId());
        return JsonMapper.shared()
                .createObjectNode()
                .put("position", row.position())
                .put("recordedAt", row.recordedAt())
                .put("entryId", new UUID(id.getLong(), id.getLong()).toString())
                .put("aggregateType", text(row.aggregateType()))
                .put("aggregateIdentifier", text(row.aggregateIdentifier()))
                .put("sequence", row.sequence())
                .put("type", text(row.type()))
                .put("revision", text(row.revision()))
                .put("payload", text(row.payload()))
                .put("metadata", text(row.metadata()))
                .put("salt", Base64.getEncoder().encodeToString(row.salt()))
                .put("leaf", Base64.getEncoder().encodeToString(leafHash));
    }

    static StoredRow row(JsonNode line) {
        UUID id = UUID.fromString(line.required("entryId").asString());
        return new StoredRow(
                line.required("position").asLong(),
                line.required("recordedAt").asLong(),
                ByteBuffer.allocate(2 * Long.BYTES)
                        .putLong(id.getMostSignificantBits())
                        .putLong(id.getLeastSignificantBits())
                        .array(),
                bytes(line, "aggregateType"),
                bytes(line, "aggregateIdentifier"),
                line.required("sequence").asLong(),
                bytes(line, "type"),
                bytes(line, "revision"),
                bytes(line, "payload"),
                bytes(line, "metadata"),
                Base64.getDecoder().decode(line.required("salt").asString()),
                true);
    }

    static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(JsonNode line, String name) {
        return line.required(name).asString().getBytes(StandardCharsets.UTF_8);
    }
}
