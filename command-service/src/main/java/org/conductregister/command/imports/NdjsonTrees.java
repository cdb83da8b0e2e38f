package org.conductregister.command.imports;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.conductregister.entries.FactJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** NDJSON: an entry a line. */
final class NdjsonTrees implements Trees {

    /** As much of a line that is no JSON as is shown to whoever sent it. */
    private static final int SHOWN = 1_000;

    private final Lines lines;

    NdjsonTrees(Lines lines) {
        this.lines = lines;
    }

    @Override
    public @Nullable Item next() throws IOException {
        var line = lines.next();
        while (line != null && line.blank()) {
            line = lines.next();
        }
        if (line == null) {
            return null;
        }
        return line.bytes() == null ? Unreadable.tooLong(line.number()) : read(line.number(), line.bytes());
    }

    private static Item read(long number, byte[] bytes) {
        try {
            return new Tree(number, FactJson.mapper().readTree(bytes));
        } catch (JacksonException e) {
            return new Unreadable(number, "LINE_NOT_JSON", FactJson.fault(e), shown(bytes));
        }
    }

    private static JsonNode shown(byte[] bytes) {
        var text = new String(bytes, 0, Math.min(bytes.length, SHOWN), StandardCharsets.UTF_8);
        return StringNode.valueOf(text);
    }
}
