package org.conductregister.command.imports.sheet.workbook;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import org.conductregister.command.imports.sheet.UnfitSheetException;
import org.jspecify.annotations.Nullable;

/**
 * The different texts of an Excel workbook, which its cells name by number. They lie in a temporary file that is mapped into
 * memory and gone with the process; the heap holds four bytes for each.
 */
final class SharedStrings {

    static final SharedStrings NONE = new SharedStrings(null, new int[1], 0);

    private static final long MOST_BYTES = Integer.MAX_VALUE;

    private final @Nullable MappedByteBuffer texts;

    /** The offset of each text; one more, after the last, is the end of it. */
    private final int[] starts;

    private final int size;

    private SharedStrings(@Nullable MappedByteBuffer texts, int[] starts, int size) {
        this.texts = texts;
        this.starts = starts;
        this.size = size;
    }

    static SharedStrings read(XmlPart xml) throws IOException {
        var file = Files.createTempFile("sheet", ".texts");
        try {
            var starts = new int[1024];
            int size = 0;
            long end = 0;
            try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
                for (var name = xml.nextElement(); name != null; name = xml.nextElement()) {
                    if (name.equals("si")) {
                        var text = richText(xml, "si").getBytes(StandardCharsets.UTF_8);
                        out.write(text);
                        end += text.length;
                        if (end > MOST_BYTES) {
                            throw new UnfitSheetException(
                                    "The workbook has more than 2 GB of different texts. Save the sheet"
                                            + " as “CSV UTF-8”, and send that file.");
                        }
                        size++;
                        if (size == starts.length) {
                            starts = Arrays.copyOf(starts, 2 * size);
                        }
                        starts[size] = (int) end;
                    }
                }
            }
            try (var channel = FileChannel.open(file)) {
                return new SharedStrings(channel.map(FileChannel.MapMode.READ_ONLY, 0, end), starts, size);
            }
        } finally {
            if (!file.toFile().delete()) {
                file.toFile().deleteOnExit(); // where a file that is mapped cannot be deleted
            }
        }
    }

    /** The text of an element with runs of text in it, without their phonetic readings. */
    static String richText(XmlPart xml, String element) {
        var text = new StringBuilder();
        boolean inText = false;
        while (xml.next()) {
            if (xml.isText()) {
                if (inText) {
                    xml.appendText(text);
                }
            } else if (xml.starts()) {
                switch (xml.name()) {
                    case "rPh" -> xml.skip();
                    case "t" -> inText = true;
                    default -> {}
                }
            } else if (xml.name().equals(element)) {
                break;
            } else {
                inText = false;
            }
        }
        return text.toString();
    }

    /** @throws UnfitSheetException when there is no text of this number */
    String text(String number) {
        int at = number(number);
        if (texts == null || at < 0 || at >= size) {
            throw ZipParts.damaged();
        }
        var bytes = new byte[starts[at + 1] - starts[at]];
        texts.get(starts[at], bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
