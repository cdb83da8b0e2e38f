package org.conductregister.command.imports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The files that were sent on a page and are looked at before anything of them is recorded. They are kept on this node
 * until their sender goes on with them or drops them, and do not outlast the process.
 */
@Component
class Drafts {

    private static final int LONGEST_NAME = 100;

    private final Path directory;
    private final Reserve reserve;
    private final Map<String, Draft> drafts = new ConcurrentHashMap<>();

    Drafts(@Value("${register.data:data}") Path data, Reserve reserve) throws IOException {
        this.reserve = reserve;
        this.directory = Files.createDirectories(data.resolve("import-drafts"));
        try (var left = Files.newDirectoryStream(directory)) {
            for (var file : left) {
                Files.delete(file);
            }
        }
    }

    /** @throws UnfitFileException when it is no file that can be imported; nothing is kept then */
    Draft keep(InputStream content, String name, String by) throws IOException {
        var id = UUID.randomUUID().toString();
        var file = directory.resolve(id);
        try {
            long bytes = reserve.copy(content, file);
            var look = FilePreview.at(file, name);
            var draft = new Draft(id, shortened(name), look.format(), by, bytes, look.lines(), file);
            drafts.put(id, draft);
            return draft;
        } finally {
            if (!drafts.containsKey(id)) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** Browsers may send a whole path. */
    private static String shortened(String name) {
        var last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        return last.substring(0, Math.min(last.length(), LONGEST_NAME));
    }

    Optional<Draft> of(String id, String by) {
        return Optional.ofNullable(drafts.get(id)).filter(draft -> draft.by().equals(by));
    }

    /** Takes it away, once: whoever is given it deletes the file. */
    Optional<Draft> take(String id, String by) {
        return of(id, by).filter(draft -> drafts.remove(id, draft));
    }

    void drop(String id, String by) throws IOException {
        var draft = take(id, by);
        if (draft.isPresent()) {
            Files.deleteIfExists(draft.get().file());
        }
    }
}
