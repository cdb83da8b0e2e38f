package org.conductregister.command.imports;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.conductregister.entries.FactJson;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is kept of imports, in a directory of this node: the file as sent, until it has been recorded; the lines refused;
 * and how far it is, written anew at each turn, so that an import broken off by a kill goes on after the next start.
 */
@Component
class ImportFiles {

    private static final JsonMapper JSON = FactJson.mapper();

    /** As kept on disk. */
    record Kept(ImportProgress progress, Upload upload) {}

    private final Path directory;

    ImportFiles(@Value("${register.data:data}") Path data) throws IOException {
        this.directory = Files.createDirectories(data.resolve("imports"));
    }

    /** Streams to disk; a transfer that breaks off leaves nothing. */
    void receive(UUID importId, InputStream body) throws IOException {
        var part = file(importId, "part");
        try {
            Files.copy(body, part, StandardCopyOption.REPLACE_EXISTING);
            Files.move(part, file(importId, "upload"), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    InputStream upload(UUID importId) throws IOException {
        return Files.newInputStream(file(importId, "upload"));
    }

    void discardUpload(UUID importId) throws IOException {
        Files.deleteIfExists(file(importId, "upload"));
    }

    void keep(Kept kept) throws IOException {
        var importId = kept.progress().importId();
        var next = file(importId, "json.next");
        Files.write(next, JSON.writeValueAsBytes(kept));
        Files.move(next, file(importId, "json"), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    Optional<Kept> kept(UUID importId) {
        var path = file(importId, "json");
        return Files.exists(path) ? Optional.of(JSON.readValue(path, Kept.class)) : Optional.empty();
    }

    List<Kept> all() throws IOException {
        var all = new ArrayList<Kept>();
        try (var files = Files.newDirectoryStream(directory, "*.json")) {
            files.forEach(path -> all.add(JSON.readValue(path, Kept.class)));
        }
        return all;
    }

    /** Begins the list of refused lines anew. */
    BufferedWriter refusals(UUID importId) throws IOException {
        return Files.newBufferedWriter(
                file(importId, "refusals"),
                StandardCharsets.UTF_8,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING);
    }

    void copyRefusals(UUID importId, OutputStream to) throws IOException {
        var path = file(importId, "refusals");
        if (Files.exists(path)) {
            Files.copy(path, to);
        }
    }

    private Path file(UUID importId, String suffix) {
        return directory.resolve(importId + "." + suffix);
    }
}
