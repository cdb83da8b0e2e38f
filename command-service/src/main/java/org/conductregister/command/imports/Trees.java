package org.conductregister.command.imports;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The lines of a file as JSON trees, whatever the file's format. */
interface Trees {

    /** The next line that is not empty; null at the end. */
    @Nullable
    Item next() throws IOException;

    /** One line. */
    sealed interface Item permits Tree, Unreadable {

        /** From 1, in the file as sent. */
        long line();
    }

    /** A line that could be read, whatever it says. */
    record Tree(long line, JsonNode json) implements Item {}

    /**
     * A line that could not be read.
     *
     * @param sent its text, as far as it can be shown
     */
    record Unreadable(
            long line, String code, String detail, @Nullable JsonNode sent) implements Item {

        static Unreadable tooLong(long line) {
            return new Unreadable(
                    line, "LINE_TOO_LONG", "The line has more than %d bytes.".formatted(Lines.LONGEST), null);
        }
    }
}
