package org.conductregister.command.imports.drafts;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.conductregister.command.imports.files.Reserve;
import org.conductregister.command.imports.files.Upload.Format;
import org.conductregister.command.imports.profile.Profile;
import org.conductregister.command.imports.sheet.opening.Opened;
import org.conductregister.command.imports.sheet.opening.Sheet;
import org.conductregister.command.imports.sheet.opening.SheetChoice;
import org.conductregister.entries.FactJson;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/**
 * The files that were sent on a page and are looked at before anything of them is recorded. They are kept on this node
 * until their sender goes on with them or drops them, and do not outlast the process.
 */
@Component
public class Drafts {

    private static final int LONGEST_NAME = 100;

    private final Path directory;
    private final Reserve reserve;
    private final Map<String, Draft> drafts = new ConcurrentHashMap<>();
    private final Map<String, ObjectNode> built = new ConcurrentHashMap<>();
    private final Map<String, Optional<Profile>> profiles = new ConcurrentHashMap<>();

    Drafts(@Value("${register.data:data}") Path data, Reserve reserve) throws IOException {
        this.reserve = reserve;
        this.directory = Files.createDirectories(data.resolve("import-drafts"));
        try (var left = Files.newDirectoryStream(directory)) {
            for (var file : left) {
                Files.delete(file);
            }
        }
    }

    /**
     * Keeps a file that somebody has sent.
     *
     * @throws UnfitFileException when it is no file that can be imported; nothing is kept then
     */
    public Draft keep(InputStream content, String name, String by) throws IOException {
        var id = UUID.randomUUID().toString();
        var file = directory.resolve(id);
        try {
            long bytes = reserve.copy(content, file);
            var look = FilePreview.at(file, name);
            var format = look.format() == Format.NDJSON ? Format.NDJSON : formatOfSheet(file);
            var draft = new Draft(id, shortened(name), format, by, bytes, look.lines(), file);
            drafts.put(id, draft);
            return draft;
        } finally {
            if (!drafts.containsKey(id)) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** Keeps a copy of a sheet that was sent before, to be mapped anew from a mapping that there is. */
    public Draft again(Path sheet, String name, ObjectNode mapping, String by) throws IOException {
        try (var content = Files.newInputStream(sheet)) {
            var draft = keep(content, name, by);
            built.put(draft.id(), mapping);
            return draft;
        }
    }

    /** A sheet of which a column says the kind of fact is one of entries. */
    private static Format formatOfSheet(Path file) throws IOException {
        boolean entries = Sheet.open(file, SheetChoice.NONE) instanceof Opened.Known(Sheet sheet)
                && sheet.name().isEmpty()
                && sheet.header() == 1
                && sheet.columns().stream()
                        .anyMatch(
                                column -> Guess.fieldOf(column, List.of("type")).equals("type"));
        return entries ? Format.CSV : Format.SHEET;
    }

    /** Browsers may send a whole path. */
    private static String shortened(String name) {
        var last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        return last.substring(0, Math.min(last.length(), LONGEST_NAME));
    }

    public Optional<Draft> of(String id, String by) {
        return Optional.ofNullable(drafts.get(id)).filter(draft -> draft.by().equals(by));
    }

    /** Takes it away, once: whoever is given it deletes the file. */
    public Optional<Draft> take(String id, String by) {
        var taken = of(id, by).filter(draft -> drafts.remove(id, draft));
        taken.ifPresent(draft -> {
            built.remove(id);
            profiles.remove(id);
        });
        return taken;
    }

    public void drop(String id, String by) throws IOException {
        var draft = take(id, by);
        if (draft.isPresent()) {
            Files.deleteIfExists(draft.get().file());
        }
    }

    /** The mapping as far as it is built for a draft; empty where it is not begun. */
    public ObjectNode built(String id) {
        return built.getOrDefault(id, FactJson.mapper().createObjectNode()).deepCopy();
    }

    public void build(String id, ObjectNode mapping) {
        var before = built.get(id);
        built.put(id, mapping);
        if (before != null
                && !(before.path("header").equals(mapping.path("header"))
                        && before.path("sheet").equals(mapping.path("sheet")))) {
            profiles.remove(id);
        }
    }

    /** Makes a profile. */
    public interface Look {
        Optional<Profile> look() throws IOException;
    }

    /** The profile of a draft's sheet, made once. */
    public Optional<Profile> profile(String id, Look look) throws IOException {
        var known = profiles.get(id);
        if (known == null) {
            known = look.look();
            profiles.put(id, known);
        }
        return known;
    }
}
