package org.conductregister.command.imports.profile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.UUID;
import org.conductregister.command.imports.stored.FileStores;
import org.conductregister.command.imports.stored.StoredFiles;
import org.conductregister.entries.FactJson;
import org.springframework.stereotype.Component;

/** The profiles of the sheets that were imported, or are looked at before. Thread-safe. */
@Component
public class Profiles {

    private final StoredFiles files;

    Profiles(FileStores stores) throws IOException {
        this.files = stores.in("import-profiles");
    }

    /** Keeps the profile of an import, in place of the one that was kept of it before. */
    public void keep(UUID importId, ProfileView profile) throws IOException {
        files.put(name(importId), FactJson.mapper().writeValueAsBytes(profile));
    }

    /** The profile of an import; empty where it has none, or it is not made yet. */
    public Optional<ProfileView> of(UUID importId) {
        try {
            return files.document(name(importId))
                    .map(content -> FactJson.mapper().readValue(content, ProfileView.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes the profile of an import, if there is one. */
    public void discard(UUID importId) throws IOException {
        files.delete(name(importId));
    }

    private static String name(UUID importId) {
        return importId + ".json";
    }
}
