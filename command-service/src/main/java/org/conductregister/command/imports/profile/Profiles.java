package org.conductregister.command.imports.profile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.conductregister.entries.FactJson;
import org.conductregister.platform.DurableFiles;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The profiles of the sheets that were imported, or are looked at before, kept in a directory of this node. Thread-safe. */
@Component
public class Profiles {

    private final Path directory;

    Profiles(@Value("${register.data:data}") Path data) throws IOException {
        this.directory = Files.createDirectories(data.resolve("import-profiles"));
    }

    /** Keeps the profile of an import, in place of the one that was kept of it before. */
    public void keep(UUID importId, ProfileView profile) throws IOException {
        var next = directory.resolve(importId + ".next");
        Files.write(next, FactJson.mapper().writeValueAsBytes(profile));
        DurableFiles.replace(next, file(importId));
    }

    /** The profile of an import; empty where it has none, or it is not made yet. */
    public Optional<ProfileView> of(UUID importId) {
        var file = file(importId);
        return Files.exists(file)
                ? Optional.of(FactJson.mapper().readValue(file, ProfileView.class))
                : Optional.empty();
    }

    /** Deletes the profile of an import, if there is one. */
    public void discard(UUID importId) throws IOException {
        Files.deleteIfExists(file(importId));
    }

    private Path file(UUID importId) {
        return directory.resolve(importId + ".json");
    }
}
