package org.conductregister.command.imports.drafts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.conductregister.command.imports.files.Upload.Format;
import org.conductregister.command.imports.profile.Profile;
import org.conductregister.command.imports.rows.FieldCells;
import org.conductregister.command.imports.sheet.opening.Opened;
import org.conductregister.command.imports.sheet.opening.Sheet;
import org.conductregister.command.imports.sheet.opening.SheetChoice;
import org.conductregister.command.imports.stored.DirectoryFiles;
import org.conductregister.command.imports.stored.FileStores;
import org.conductregister.command.imports.stored.StoredFiles;
import org.conductregister.command.imports.stored.UploadQuota;
import org.conductregister.entries.FactJson;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The files that were sent on a page and are looked at before anything of them is recorded. They are kept, at all nodes that
 * share a database, until their sender goes on with them or drops them, and for a day at most; where nobody shares it, they do
 * not outlast the process. Thread-safe.
 */
@Component
public class Drafts {

    private static final int ROWS_LOOKED_AT = 1_000;
    private static final int LONGEST_NAME = 100;
    private static final Duration LONGEST_KEPT = Duration.ofDays(1);
    private static final String DRAFT = ".draft";
    private static final String FILE = ".file";
    private static final String BUILT = ".built";

    private final StoredFiles files;
    private final Clock clock;
    private final UploadQuota quota;

    /** Profiles of drafts that were asked about here, by how they are opened; made again where another node is asked. */
    private final Map<Looked, Optional<Profile>> profiles = new ConcurrentHashMap<>();

    private record Looked(String id, JsonNode header, JsonNode sheet) {}

    private record Kept(String id, String name, Format format, String by, long bytes, long lines, Instant sentAt) {}

    Drafts(FileStores stores, UploadQuota quota, Clock clock) throws IOException {
        this.files = stores.in("import-drafts");
        this.quota = quota;
        this.clock = clock;
        quota.count(files, FILE);
        if (files instanceof DirectoryFiles directory) {
            try (var left = Files.newDirectoryStream(directory.scratch())) {
                for (var file : left) {
                    Files.delete(file);
                }
            }
        }
    }

    /**
     * Keeps a file that somebody has sent.
     *
     * @throws UnfitFileException when it is no file that can be imported; nothing is kept then
     */
    public Draft keep(InputStream content, String name, String by) throws IOException {
        forgetOld();
        var id = UUID.randomUUID().toString();
        files.receive(id + FILE, quota.limited(content));
        boolean fit = false;
        try {
            var file = files.local(id + FILE);
            var look = FilePreview.at(file, name);
            var format = look.format() == Format.NDJSON ? Format.NDJSON : formatOfSheet(file);
            var kept = new Kept(id, shortened(name), format, by, Files.size(file), look.lines(), clock.instant());
            files.put(id + DRAFT, FactJson.mapper().writeValueAsBytes(kept));
            fit = true;
            return draft(kept);
        } finally {
            if (!fit) {
                files.delete(id + FILE);
            }
        }
    }

    private Draft draft(Kept kept) throws IOException {
        return new Draft(
                kept.id(),
                kept.name(),
                kept.format(),
                kept.by(),
                kept.bytes(),
                kept.lines(),
                files.local(kept.id() + FILE));
    }

    private void forgetOld() throws IOException {
        forgetSentBefore(clock.instant().minus(LONGEST_KEPT));
    }

    /** Drops all of them, whoever has sent them: their texts may be those that are being erased. */
    public void forgetAll() throws IOException {
        forgetSentBefore(Instant.MAX);
    }

    private void forgetSentBefore(Instant instant) throws IOException {
        for (var content : files.ending(DRAFT)) {
            var kept = FactJson.mapper().readValue(content, Kept.class);
            if (kept.sentAt().isBefore(instant)) {
                files.delete(kept.id() + FILE);
                forget(kept.id());
            }
        }
    }

    /** Keeps a copy of a sheet that was sent before, to be mapped anew from a mapping that there is. */
    public Draft again(Path sheet, String name, ObjectNode mapping, String by) throws IOException {
        try (var content = Files.newInputStream(sheet)) {
            var draft = keep(content, name, by);
            build(draft.id(), mapping);
            return draft;
        }
    }

    /** A sheet of which a column says the kind of fact is one of entries. */
    private static Format formatOfSheet(Path file) throws IOException {
        boolean entries = Sheet.open(file, SheetChoice.NONE) instanceof Opened.Known(Sheet sheet)
                && sheet.name().isEmpty()
                && sheet.header() == 1
                && saysTheKindOfFact(sheet);
        return entries ? Format.CSV : Format.SHEET;
    }

    /** Whether all that stands in the first rows of a column called type, or much the same, are kinds of fact. */
    private static boolean saysTheKindOfFact(Sheet sheet) throws IOException {
        int column = sheet.columns().stream()
                .map(name -> Guess.fieldOf(name, List.of("type")))
                .toList()
                .indexOf("type");
        boolean said = false;
        try (var rows = sheet.rows()) {
            var row = column < 0 ? null : rows.next();
            for (int looked = 0; row != null && looked < ROWS_LOOKED_AT; looked++) {
                var cell = row.cell(column);
                if (!cell.isBlank() && !FieldCells.isKindOfFact(cell.text())) {
                    return false;
                }
                said |= !cell.isBlank();
                row = rows.next();
            }
        }
        return said;
    }

    /** Browsers may send a whole path. */
    private static String shortened(String name) {
        var last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        return last.substring(0, Math.min(last.length(), LONGEST_NAME));
    }

    /** The draft of this number, where it is this person's. */
    public Optional<Draft> of(String id, String by) {
        try {
            var kept = kept(id).filter(draft -> draft.by().equals(by));
            return kept.isEmpty() ? Optional.empty() : Optional.of(draft(kept.get()));
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<Kept> kept(String id) throws IOException {
        return isNumber(id) ? document(id + DRAFT, Kept.class) : Optional.empty();
    }

    /** It comes from an address, and names files. */
    private static boolean isNumber(String id) {
        try {
            return UUID.fromString(id).toString().equals(id);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private <T> Optional<T> document(String name, Class<T> type) throws IOException {
        return files.document(name).map(content -> FactJson.mapper().readValue(content, type));
    }

    /** Takes it away, once: whoever is given it deletes the file. */
    public Optional<Draft> take(String id, String by) {
        try {
            var kept = kept(id).filter(draft -> draft.by().equals(by));
            if (kept.isEmpty() || !forget(id)) {
                return Optional.empty();
            }
            var draft = kept.get();
            return Optional.of(new Draft(
                    id,
                    draft.name(),
                    draft.format(),
                    draft.by(),
                    draft.bytes(),
                    draft.lines(),
                    files.takeOut(id + FILE)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns true to one of several who do so at once. */
    private boolean forget(String id) throws IOException {
        profiles.keySet().removeIf(looked -> looked.id().equals(id));
        files.delete(id + BUILT);
        return files.delete(id + DRAFT);
    }

    public void drop(String id, String by) throws IOException {
        var draft = take(id, by);
        if (draft.isPresent()) {
            Files.deleteIfExists(draft.get().file());
        }
    }

    /** The mapping as far as it is built for a draft; empty where it is not begun. */
    public ObjectNode built(String id) {
        try {
            return document(id + BUILT, ObjectNode.class).orElseGet(FactJson.mapper()::createObjectNode);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void build(String id, ObjectNode mapping) {
        try {
            files.put(id + BUILT, FactJson.mapper().writeValueAsBytes(mapping));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes a profile. */
    public interface Look {
        Optional<Profile> look() throws IOException;
    }

    /** The profile of a draft's sheet, made once at each node for each way to open it. */
    public Optional<Profile> profile(String id, Look look) throws IOException {
        var built = built(id);
        var key = new Looked(id, built.path("header"), built.path("sheet"));
        var known = profiles.get(key);
        if (known == null) {
            known = look.look();
            profiles.put(key, known);
        }
        return known;
    }
}
