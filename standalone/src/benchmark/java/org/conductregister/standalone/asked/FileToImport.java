package org.conductregister.standalone.asked;

import static org.conductregister.standalone.asked.Caller.HANDLER;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.conductregister.entries.FactJson;
import tools.jackson.databind.JsonNode;

/** A file of entries, one a line, with the code lists that they need, as {@code {"categories": [{"code", "label"}]}}. */
final class FileToImport {

    private final Path entries;
    private final JsonNode lists;

    /** How long an import took, and its progress at the end. */
    record Taken(double seconds, JsonNode progress) {

        double linesPerSecond() {
            return lines() / seconds;
        }

        long lines() {
            return progress.get("read").longValue();
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.1f s, %,.0f lines/s: %s", seconds, linesPerSecond(), progress);
        }
    }

    FileToImport(Path entries, Path lists) throws IOException {
        this.entries = entries;
        this.lists = FactJson.mapper().readTree(Files.readString(lists));
    }

    /** Imports it, from the upload to the last line recorded; views may lack some of it then. */
    Taken importInto(Caller caller) throws IOException, InterruptedException {
        for (var list : lists.properties()) {
            caller.send(
                    "admin",
                    "PUT",
                    "/api/v1/code-lists/" + list.getKey(),
                    list.getValue().toString());
        }
        long began = System.nanoTime();
        var started = caller.upload("/api/v1/imports", entries);
        var path = "/api/v1/imports/" + started.get("importId").stringValue();
        var progress = caller.get(HANDLER, path);
        while (List.of("QUEUED", "RUNNING").contains(progress.get("state").stringValue())) {
            Thread.sleep(200); // between two looks at the progress
            progress = caller.get(HANDLER, path);
        }
        return new Taken((System.nanoTime() - began) / 1e9, progress);
    }
}
