package org.conductregister.query.statistics.benchmark.queries;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * An answer in words, the same whoever gave it.
 *
 * @param lines a line for each group or member, in order
 */
public record Answer(List<String> lines) {

    public Answer {
        lines = List.copyOf(lines);
    }

    /** Returns an answer of groups, in whatever order. */
    public static Answer ofGroups(List<String> lines) {
        return new Answer(lines.stream().sorted().toList());
    }

    /** SHA-256 of the lines. */
    public String hash() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of()
                    .formatHex(digest.digest(String.join("\n", lines).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
