package org.conductregister.command.erasure;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.conductregister.command.imports.drafts.Drafts;
import org.conductregister.command.imports.files.ImportFiles;
import org.conductregister.command.imports.profile.Profiles;
import org.springframework.stereotype.Component;

/**
 * The remains of imports that could hold the text of anybody: files as sent, refused lines, rows, profiles, proposals. At an
 * erasure that of every import that has ended is deleted, and every file that is only looked at yet, since nobody can tell of whom a refused line speaks. What they
 * recorded, their counts and what their sheets said (sealed) stay.
 */
@Component
class ImportRemains {

    private final ImportFiles files;
    private final Profiles profiles;
    private final Drafts drafts;

    ImportRemains(ImportFiles files, Profiles profiles, Drafts drafts) {
        this.drafts = drafts;
        this.files = files;
        this.profiles = profiles;
    }

    /** Thrown while an import runs: the file that it reads cannot be deleted. */
    static final class ImportRunsException extends RuntimeException {

        private static final long serialVersionUID = 1;

        ImportRunsException() {
            super("An import is running, and its file may hold what is to be erased. Try again once it has ended.");
        }
    }

    void requireNoneMoving() {
        try {
            if (files.all().stream().anyMatch(kept -> kept.progress().state().isMoving())) {
                throw new ImportRunsException();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void discard() {
        try {
            drafts.forgetAll();
            for (var kept : files.all()) {
                if (!kept.progress().state().isMoving()) {
                    files.discardTexts(kept.progress().importId());
                    profiles.discard(kept.progress().importId());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
