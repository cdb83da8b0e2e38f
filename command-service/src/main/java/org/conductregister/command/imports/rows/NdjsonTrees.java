package org.conductregister.command.imports.rows;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.conductregister.command.imports.sheet.Lines;
import org.conductregister.entries.FactJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** NDJSON: an entry a line. */
public final class NdjsonTrees implements EntryTrees {

    private final Lines lines;

    public NdjsonTrees(Lines lines) {
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
            return new Tree(number, bytes.length, FactJson.tree(bytes));
        } catch (CharacterCodingException e) {
            return Unreadable.notUtf8(number);
        } catch (JacksonException e) {
            var text = new String(bytes, StandardCharsets.UTF_8);
            return Unreadable.of(number, "LINE_NOT_JSON", FactJson.fault(e), text);
        }
    }
}
