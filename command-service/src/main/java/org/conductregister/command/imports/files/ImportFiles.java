package org.conductregister.command.imports.files;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.conductregister.command.imports.scratch.Fingerprints;
import org.conductregister.command.imports.scratch.LongTable;
import org.conductregister.command.imports.scratch.ScratchTexts;
import org.conductregister.entries.FactJson;
import org.conductregister.keys.SealedFacts;
import org.conductregister.platform.DurableFiles;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps the files of imports, in a directory of this node: the file as sent, until it has been recorded; the lines
 * refused; and how far it is, written anew at each turn, so that an import broken off by a kill goes on after the
 * next start.
 */
@Component
public class ImportFiles {

    private static final JsonMapper JSON = FactJson.mapper();

    /** An import as it is kept on disk. */
    public record Kept(ImportProgress progress, Upload upload) {}

    private final Path directory;
    private final Reserve reserve;
    private final SealedFacts sealed;

    ImportFiles(@Value("${register.data:data}") Path data, Reserve reserve, SealedFacts sealed) throws IOException {
        this.sealed = sealed;
        this.reserve = reserve;
        this.directory = Files.createDirectories(data.resolve("imports"));
        discardLeftovers();
    }

    /** Deletes the rests of transfers and writes that a kill interrupted; none was acknowledged. */
    private void discardLeftovers() throws IOException {
        try (var files = Files.newDirectoryStream(directory, "*.{part,next,upload}")) {
            for (var path : files) {
                var name = path.getFileName().toString();
                var importId = name.substring(0, name.indexOf('.'));
                if (!path.toString().endsWith(".upload") || !Files.exists(directory.resolve(importId + ".json"))) {
                    Files.delete(path);
                }
            }
        }
    }

    /** Streams to disk, and returns once it is there to stay; a transfer that breaks off leaves nothing. */
    public void receive(UUID importId, InputStream body) throws IOException {
        var part = file(importId, "part");
        try {
            reserve.copy(body, part);
            DurableFiles.replace(part, file(importId, "upload"));
        } finally {
            Files.deleteIfExists(part);
        }
    }

    public InputStream upload(UUID importId) throws IOException {
        return Files.newInputStream(file(importId, "upload"));
    }

    public Path uploadPath(UUID importId) {
        return file(importId, "upload");
    }

    public boolean hasUpload(UUID importId) {
        return Files.exists(uploadPath(importId));
    }

    public void discardUpload(UUID importId) throws IOException {
        Files.deleteIfExists(file(importId, "upload"));
    }

    /**
     * Deletes what is kept of an import in the words of its file: the file itself, refused lines and rows, the names of columns and
     * proposals. Its counts stay, what it recorded, and what its sheet said.
     */
    public void discardTexts(UUID importId) throws IOException {
        for (var suffix : List.of("upload", "refusals", "rows", "header", "proposals")) {
            Files.deleteIfExists(file(importId, suffix));
        }
    }

    public void keep(Kept kept) throws IOException {
        var importId = kept.progress().importId();
        var next = file(importId, "json.next");
        Files.write(next, JSON.writeValueAsBytes(kept));
        DurableFiles.replace(next, file(importId, "json"));
    }

    public Optional<Kept> kept(UUID importId) {
        var path = file(importId, "json");
        return Files.exists(path) ? Optional.of(JSON.readValue(path, Kept.class)) : Optional.empty();
    }

    public List<Kept> all() throws IOException {
        var all = new ArrayList<Kept>();
        try (var files = Files.newDirectoryStream(directory, "*.json")) {
            files.forEach(path -> all.add(JSON.readValue(path, Kept.class)));
        }
        return all;
    }

    /** Begins the list of refused lines anew. */
    public Writer refusals(UUID importId) throws IOException {
        return DurableWriter.begin(file(importId, "refusals"));
    }

    /** Begins the lists of what is refused in a sheet anew. */
    public RefusalWriter refusalsOfSheet(UUID importId) throws IOException {
        return new RefusalWriter(refusals(importId), DurableWriter.begin(file(importId, "rows")));
    }

    /**
     * Goes on with what an import has recorded, and begins what its sheet says anew.
     *
     * @param compared whether the next sheet may be compared with it
     */
    public Journal journal(UUID importId, boolean compared) throws IOException {
        return new Journal(
                DurableWriter.goOn(file(importId, Journal.RECORDED)),
                compared ? DurableWriter.begin(file(importId, "said")) : null,
                sealed);
    }

    /** Texts in temporary files beside the imports. */
    public ScratchTexts scratch() throws IOException {
        return new ScratchTexts(directory);
    }

    /** A hash table that has a temporary file beside the imports once it is large. */
    public LongTable table() {
        return new LongTable(directory);
    }

    /** Returns a table that remembers of what the identifiers of one sheet are made. */
    public Fingerprints fingerprints() {
        return new Fingerprints(directory);
    }

    /** Keeps what names the columns of a sheet, for its refused rows. */
    public void keepHeader(UUID importId, List<String> columns) throws IOException {
        write(importId, "header", columns);
    }

    public List<String> header(UUID importId) {
        var path = file(importId, "header");
        return Files.exists(path) ? List.of(JSON.readValue(path, String[].class)) : List.of();
    }

    /** Begins the list of what a comparison proposes anew. */
    public Writer proposals(UUID importId) throws IOException {
        return DurableWriter.begin(file(importId, "proposals"));
    }

    /** Goes on with what a comparison has recorded. */
    public Journal journalOfCorrections(UUID importId) throws IOException {
        return new Journal(DurableWriter.goOn(file(importId, Journal.RECORDED)), null, sealed);
    }

    /** Goes on with what was refused. */
    public Writer moreRefusals(UUID importId) throws IOException {
        return DurableWriter.goOn(file(importId, "refusals"));
    }

    /** Goes on with what an import has said. */
    public Writer said(UUID importId) throws IOException {
        return DurableWriter.goOn(file(importId, "said"));
    }

    public void keepComparison(UUID importId, Comparison comparison) throws IOException {
        write(importId, "comparison", comparison);
    }

    /** Returns the counts of a comparison; empty until it has ended. */
    public Optional<Comparison> comparison(UUID importId) {
        var path = file(importId, "comparison");
        return Files.exists(path) ? Optional.of(JSON.readValue(path, Comparison.class)) : Optional.empty();
    }

    private void write(UUID importId, String suffix, Object what) throws IOException {
        var next = file(importId, suffix + ".next");
        Files.write(next, JSON.writeValueAsBytes(what));
        DurableFiles.replace(next, file(importId, suffix));
    }

    /** A list that an import has kept, such as its refused rows; an empty one where it has none. */
    public BufferedReader list(UUID importId, String suffix) throws IOException {
        var path = file(importId, suffix);
        return Files.exists(path) ? Files.newBufferedReader(path) : new BufferedReader(Reader.nullReader());
    }

    /** Whether an import has kept such a list. */
    public boolean has(UUID importId, String suffix) {
        return Files.exists(file(importId, suffix));
    }

    /** Whole lines only: an import that runs may be in the middle of writing one. */
    public void copyRefusals(UUID importId, OutputStream to) throws IOException {
        copy(importId, "refusals", to);
    }

    /** Whole lines only, of whichever list. */
    public void copy(UUID importId, String suffix, OutputStream to) throws IOException {
        var path = file(importId, suffix);
        if (!Files.exists(path)) {
            return;
        }
        var begun = new ByteArrayOutputStream();
        var buffer = new byte[64 * 1024];
        try (var from = Files.newInputStream(path)) {
            for (int read = from.read(buffer); read > 0; read = from.read(buffer)) {
                int whole = afterLastLine(buffer, read);
                if (whole > 0) {
                    begun.writeTo(to);
                    begun.reset();
                    to.write(buffer, 0, whole);
                }
                begun.write(buffer, whole, read - whole);
            }
        }
    }

    /** The refused lines of an import that has ended; none of one without. */
    public BufferedReader refused(UUID importId) throws IOException {
        var path = file(importId, "refusals");
        return Files.exists(path) ? Files.newBufferedReader(path) : new BufferedReader(Reader.nullReader());
    }

    private static int afterLastLine(byte[] buffer, int length) {
        int end = length;
        while (end > 0 && buffer[end - 1] != '\n') {
            end--;
        }
        return end;
    }

    /** Returns the file in which an import keeps one of its lists or documents. */
    public Path file(UUID importId, String suffix) {
        return directory.resolve(importId + "." + suffix);
    }
}
