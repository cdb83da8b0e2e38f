package org.conductregister.command.imports.files;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.conductregister.command.imports.scratch.Fingerprints;
import org.conductregister.command.imports.scratch.LongTable;
import org.conductregister.command.imports.scratch.ScratchTexts;
import org.conductregister.command.imports.stored.DirectoryFiles;
import org.conductregister.command.imports.stored.FileStores;
import org.conductregister.command.imports.stored.StoredFiles;
import org.conductregister.command.imports.stored.UploadQuota;
import org.conductregister.entries.FactJson;
import org.conductregister.keys.SealedFacts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps the files of imports: the file as sent, until it has been recorded or is discarded; the lines refused; and how far it is, written
 * anew at each turn, so that an import broken off by a kill goes on after the next start, or at another node.
 */
@Component
public class ImportFiles {

    private static final JsonMapper JSON = FactJson.mapper();
    private static final String PROGRESS = ".json";
    private static final String UPLOAD = "upload";

    /** An import as it is kept on disk. */
    public record Kept(ImportProgress progress, Upload upload) {}

    private final StoredFiles files;
    private final SealedFacts sealed;
    private final UploadQuota quota;

    @Autowired
    ImportFiles(FileStores stores, SealedFacts sealed, UploadQuota quota) throws IOException {
        this(stores.in("imports"), sealed, quota);
    }

    ImportFiles(StoredFiles files, SealedFacts sealed, UploadQuota quota) throws IOException {
        this.files = files;
        this.sealed = sealed;
        this.quota = quota;
        quota.count(files, "." + UPLOAD);
        if (files instanceof DirectoryFiles directory) {
            discardUnacknowledged(directory.scratch());
        }
    }

    /** Deletes the uploads that a kill came before the acknowledgement of. */
    private static void discardUnacknowledged(Path directory) throws IOException {
        try (var uploads = Files.newDirectoryStream(directory, "*." + UPLOAD)) {
            for (var upload : uploads) {
                var name = upload.getFileName().toString();
                var importId = name.substring(0, name.indexOf('.'));
                if (!Files.exists(directory.resolve(importId + PROGRESS))) {
                    Files.delete(upload);
                }
            }
        }
    }

    /** Stores an upload, and returns once it is there to stay; a transfer that breaks off, or for which there is no room, leaves nothing. */
    public void receive(UUID importId, InputStream body) throws IOException {
        files.receive(name(importId, UPLOAD), quota.limited(body));
    }

    public InputStream upload(UUID importId) throws IOException {
        return files.read(name(importId, UPLOAD));
    }

    /** Returns where an upload lies on this machine. */
    public Path uploadPath(UUID importId) throws IOException {
        return files.local(name(importId, UPLOAD));
    }

    public boolean hasUpload(UUID importId) {
        return has(importId, UPLOAD);
    }

    /** Returns how many bytes an upload takes; 0 where it is kept no longer. */
    public long uploadSize(UUID importId) throws IOException {
        return files.size(name(importId, UPLOAD));
    }

    public void discardUpload(UUID importId) throws IOException {
        files.delete(name(importId, UPLOAD));
    }

    /**
     * Deletes what is kept of an import in the words of its file: the file itself, refused lines and rows, the names of columns and
     * proposals. Its counts stay, what it recorded, and what its sheet said.
     */
    public void discardTexts(UUID importId) throws IOException {
        for (var suffix : List.of("upload", "refusals", "rows", "header", "proposals")) {
            files.delete(name(importId, suffix));
        }
    }

    public void keep(Kept kept) throws IOException {
        files.put(kept.progress().importId() + PROGRESS, JSON.writeValueAsBytes(kept));
    }

    public Optional<Kept> kept(UUID importId) {
        return document(importId + PROGRESS, Kept.class);
    }

    public List<Kept> all() throws IOException {
        return files.ending(PROGRESS).stream()
                .map(content -> JSON.readValue(content, Kept.class))
                .toList();
    }

    /** Begins the list of refused lines anew. */
    public Writer refusals(UUID importId) throws IOException {
        return files.begin(name(importId, "refusals"));
    }

    /** Begins the lists of what is refused in a sheet anew. */
    public RefusalWriter refusalsOfSheet(UUID importId) throws IOException {
        return new RefusalWriter(refusals(importId), files.begin(name(importId, "rows")));
    }

    /**
     * Goes on with what an import has recorded, and begins what its sheet says anew.
     *
     * @param compared whether the next sheet may be compared with it
     */
    public Journal journal(UUID importId, boolean compared) throws IOException {
        return new Journal(
                files.goOn(name(importId, Journal.RECORDED)),
                compared ? files.begin(name(importId, "said")) : null,
                sealed);
    }

    /** Texts in temporary files beside the imports. */
    public ScratchTexts scratch() throws IOException {
        return new ScratchTexts(files.scratch());
    }

    /** A hash table that has a temporary file beside the imports once it is large. */
    public LongTable table() {
        return new LongTable(files.scratch());
    }

    /** Returns a table that remembers of what the identifiers of one sheet are made. */
    public Fingerprints fingerprints() {
        return new Fingerprints(files.scratch());
    }

    /** Keeps what names the columns of a sheet, for its refused rows. */
    public void keepHeader(UUID importId, List<String> columns) throws IOException {
        write(importId, "header", columns);
    }

    public List<String> header(UUID importId) {
        return document(name(importId, "header"), String[].class).map(List::of).orElse(List.of());
    }

    /** Begins the list of what a comparison proposes anew. */
    public Writer proposals(UUID importId) throws IOException {
        return files.begin(name(importId, "proposals"));
    }

    /** Goes on with what a comparison has recorded. */
    public Journal journalOfCorrections(UUID importId) throws IOException {
        return new Journal(files.goOn(name(importId, Journal.RECORDED)), null, sealed);
    }

    /** Goes on with the lists of what is refused in a sheet. */
    public RefusalWriter moreRefusalsOfSheet(UUID importId) throws IOException {
        return new RefusalWriter(files.goOn(name(importId, "refusals")), files.goOn(name(importId, "rows")));
    }

    /** Goes on with what an import has said. */
    public Writer said(UUID importId) throws IOException {
        return files.goOn(name(importId, "said"));
    }

    public void keepComparison(UUID importId, Comparison comparison) throws IOException {
        write(importId, "comparison", comparison);
    }

    /** Returns the counts of a comparison; empty until it has ended. */
    public Optional<Comparison> comparison(UUID importId) {
        return document(name(importId, "comparison"), Comparison.class);
    }

    private void write(UUID importId, String suffix, Object what) throws IOException {
        files.put(name(importId, suffix), JSON.writeValueAsBytes(what));
    }

    private <T> Optional<T> document(String name, Class<T> type) {
        try {
            return files.document(name).map(content -> JSON.readValue(content, type));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A list that an import has kept, such as its refused rows; an empty one where it has none. */
    public BufferedReader list(UUID importId, String suffix) throws IOException {
        return lines(name(importId, suffix));
    }

    private BufferedReader lines(String name) throws IOException {
        try {
            return new BufferedReader(new InputStreamReader(files.read(name), StandardCharsets.UTF_8));
        } catch (NoSuchFileException none) {
            return new BufferedReader(Reader.nullReader());
        }
    }

    /** Whether an import has kept such a list. */
    public boolean has(UUID importId, String suffix) {
        try {
            return files.has(name(importId, suffix));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whole lines only: an import that runs may be in the middle of writing one. */
    public void copyRefusals(UUID importId, OutputStream to) throws IOException {
        copy(importId, "refusals", to);
    }

    /** Whole lines only, of whichever list. */
    public void copy(UUID importId, String suffix, OutputStream to) throws IOException {
        var begun = new ByteArrayOutputStream();
        var buffer = new byte[64 * 1024];
        try (var from = has(importId, suffix) ? files.read(name(importId, suffix)) : InputStream.nullInputStream()) {
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
        return list(importId, "refusals");
    }

    private static int afterLastLine(byte[] buffer, int length) {
        int end = length;
        while (end > 0 && buffer[end - 1] != '\n') {
            end--;
        }
        return end;
    }

    /** Deletes one of the lists or documents of an import. */
    public void discard(UUID importId, String suffix) throws IOException {
        files.delete(name(importId, suffix));
    }

    private static String name(UUID importId, String suffix) {
        return importId + "." + suffix;
    }
}
