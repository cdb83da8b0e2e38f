package org.conductregister.command.imports.drafts;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.conductregister.command.imports.files.Upload.Format;

/**
 * The format and the size of a file, from a look at its beginning.
 *
 * @param lines counted by their ends: a row of a spreadsheet may have several
 */
record FilePreview(Format format, long lines) {

    static FilePreview at(Path file, String name) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var beginning = in.readNBytes(1024);
            if (beginning.length == 0) {
                throw new UnfitFileException("The file is empty");
            }
            if (!looksLikeJson(beginning, name)) {
                return new FilePreview(Format.SHEET, lines(file));
            }
            return new FilePreview(Format.NDJSON, lines(file));
        }
    }

    private static boolean looksLikeJson(byte[] beginning, String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".csv")) {
            return false;
        }
        var text = new String(beginning, StandardCharsets.UTF_8).strip();
        return text.startsWith("{") || text.startsWith("\uFEFF{") || lower.endsWith(".ndjson");
    }

    private static long lines(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var buffer = new byte[256 * 1024];
            long lines = 0;
            byte last = '\n';
            for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
                for (int i = 0; i < read; i++) {
                    lines += buffer[i] == '\n' ? 1 : 0;
                }
                last = buffer[read - 1];
            }
            return last == '\n' ? lines : lines + 1;
        }
    }
}
