package org.conductregister.platform.codelists;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.conductregister.entries.CodeList;

/** The codes that the product comes with. */
final class SuppliedCodes {

    private SuppliedCodes() {}

    static List<Code> of(CodeList list) {
        try (var file = SuppliedCodes.class.getResourceAsStream(list.path() + ".csv")) {
            var lines = new String(file.readAllBytes(), StandardCharsets.UTF_8).lines();
            return lines.skip(1).map(SuppliedCodes::code).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Labels have no quotes; a comma in one is part of it. */
    private static Code code(String line) {
        int comma = line.indexOf(',');
        return new Code(line.substring(0, comma), line.substring(comma + 1));
    }
}
