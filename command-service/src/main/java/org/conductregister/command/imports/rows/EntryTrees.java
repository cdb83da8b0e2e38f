package org.conductregister.command.imports.rows;

import java.io.IOException;
import org.conductregister.command.imports.sheet.Lines;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** The lines of a file as JSON trees, whatever the file's format. */
public interface EntryTrees {

    /** The next line that is not empty; null at the end. */
    @Nullable
    Item next() throws IOException;

    /** One line. */
    sealed interface Item permits Tree, Unreadable {

        /** From 1, in the file as sent. */
        long line();

        /** How long it is, in bytes or thereabouts: what it takes to keep it. */
        int size();
    }

    /** A line that could be read, whatever it says. */
    record Tree(long line, int size, JsonNode json) implements Item {}

    /**
     * A line that could not be read.
     *
     * @param sent its text, as far as it can be shown
     */
    record Unreadable(
            long line, String code, String detail, @Nullable JsonNode sent) implements Item {

        /** The beginning of a line, as it is shown to whoever sent it. */
        private static final int SHOWN = 1_000;

        static Unreadable of(long line, String code, String detail, String text) {
            var shown = StringNode.valueOf(text.substring(0, Math.min(text.length(), SHOWN)));
            return new Unreadable(line, code, detail, shown);
        }

        static Unreadable tooLong(long line) {
            return new Unreadable(
                    line, "LINE_TOO_LONG", "The line has more than %,d bytes.".formatted(Lines.LONGEST), null);
        }

        static Unreadable notUtf8(long line) {
            return new Unreadable(line, "LINE_NOT_UTF8", "The line is not UTF-8.", null);
        }

        @Override
        public int size() {
            return sent == null ? 0 : SHOWN;
        }
    }
}
