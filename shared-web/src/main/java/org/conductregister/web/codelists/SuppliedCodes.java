package org.conductregister.web.codelists;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.conductregister.entries.CodeList;

/** The codes that the product comes with, and their labels. */
final class SuppliedCodes {

    private SuppliedCodes() {}

    /** The labels by code, in order of the codes. */
    static Map<String, String> of(CodeList list) {
        try (var file = SuppliedCodes.class.getResourceAsStream(list.path() + ".csv")) {
            var labels = new TreeMap<String, String>();
            new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .forEach(line -> put(line, labels));
            return labels;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Labels have no quotes; a comma in one is part of it. */
    private static void put(String line, Map<String, String> labels) {
        int comma = line.indexOf(',');
        labels.put(line.substring(0, comma), line.substring(comma + 1));
    }
}
