package org.conductregister.platform.codelists;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.conductregister.entries.CodeList;

/** The codes that the product comes with. What is said of them here is known at any instant, so it must stay as it is. */
final class SuppliedCodes {

    /** The findings against the officer. */
    private static final Set<String> UPHELD = Set.of("SUSTAINED", "UPHELD", "GROSS_MISCONDUCT", "MISCONDUCT");

    private SuppliedCodes() {}

    private static final Map<CodeList, List<Code>> LISTS =
            Arrays.stream(CodeList.values()).collect(Collectors.toUnmodifiableMap(list -> list, SuppliedCodes::read));

    static List<Code> of(CodeList list) {
        return Objects.requireNonNull(LISTS.get(list));
    }

    private static List<Code> read(CodeList list) {
        try (var file = SuppliedCodes.class.getResourceAsStream(list.path() + ".csv")) {
            var lines = new String(file.readAllBytes(), StandardCharsets.UTF_8).lines();
            return lines.skip(1).map(line -> code(list, line)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Labels have no quotes; a comma in one is part of it. */
    private static Code code(CodeList list, String line) {
        int comma = line.indexOf(',');
        var code = line.substring(0, comma);
        return new Code(code, line.substring(comma + 1), list.saysUpheld() ? UPHELD.contains(code) : null);
    }
}
