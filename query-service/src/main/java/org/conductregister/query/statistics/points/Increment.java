package org.conductregister.query.statistics.points;

import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The points that the entries of a range of positions made, as a directory of files, and what it says of itself in
 * {@code increment.json}.
 *
 * @param form everything on which the meaning of its columns depends
 * @param register the name that each row has
 * @param from the first position
 * @param to the last position
 * @param recordedAt when the entry at the last position was recorded
 * @param rows by name of the file, the number of rows
 * @param digest of all points up to the last position, by which a later run tells whether its points go on from these
 */
record Increment(
        String form, String register, long from, long to, Instant recordedAt, Map<String, Long> rows, long digest) {

    static final String FILE = "increment.json";

    /** The form of the names of directories: so many digits that they sort as the positions do. */
    static final Pattern NAME = Pattern.compile("[0-9]{12}-[0-9]{12}");

    /** The name of its directory. */
    String name() {
        return "%012d-%012d".formatted(from, to);
    }
}
