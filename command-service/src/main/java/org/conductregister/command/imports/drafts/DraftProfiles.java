package org.conductregister.command.imports.drafts;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.conductregister.command.entries.Today;
import org.conductregister.command.imports.profile.Profile;
import org.conductregister.command.imports.profile.ProfileView;
import org.conductregister.command.imports.profile.Questions;
import org.conductregister.command.imports.sheet.UnfitSheetException;
import org.conductregister.command.imports.sheet.opening.Opened;
import org.conductregister.command.imports.sheet.opening.Sheet;
import org.conductregister.command.imports.sheet.opening.SheetChoice;
import org.conductregister.platform.Background;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The profiles of files that are looked at before they are imported, each made once, in the background, when it is first asked
 * for. They do not outlast the process. Thread-safe.
 */
@Component
public class DraftProfiles {

    private static final Logger log = LoggerFactory.getLogger(DraftProfiles.class);

    /** The most that are remembered; beyond, those that are made are forgotten, and made again when asked for. */
    private static final int MOST = 100;

    private final Map<Key, Made> profiles = new ConcurrentHashMap<>();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(Background.threads("profile"));
    private final Today today;
    private volatile boolean stopping;

    DraftProfiles(Today today) {
        this.today = today;
    }

    private record Key(String draft, SheetChoice choice) {}

    /**
     * The progress of a profile.
     *
     * @param read rows until now
     * @param profile null until it is made
     * @param fault why it cannot be made; null where it can
     */
    public record Made(
            long read,
            @Nullable ProfileView profile,
            @Nullable String fault) {

        public boolean isMoving() {
            return profile == null && fault == null;
        }
    }

    /** How far the profile of a file is; begins to make it where nobody has asked before. */
    public Made of(Draft draft, SheetChoice choice) {
        var key = new Key(draft.id(), choice);
        if (profiles.size() >= MOST) {
            profiles.values().removeIf(made -> !made.isMoving());
        }
        return profiles.computeIfAbsent(key, first -> {
            worker.execute(() -> make(key, draft));
            return new Made(0, null, null);
        });
    }

    private void make(Key key, Draft draft) {
        try {
            profiles.put(key, made(key, draft));
        } catch (UnfitSheetException e) {
            profiles.put(key, new Made(0, null, e.getMessage()));
        } catch (IOException | RuntimeException e) {
            log.warn("The file of draft {} cannot be looked through", draft.id(), e);
            profiles.put(key, new Made(0, null, "The file cannot be read any more. Upload it again."));
        }
    }

    private Made made(Key key, Draft draft) throws IOException {
        var opened = Sheet.open(draft.file(), key.choice());
        if (!(opened instanceof Opened.Known(Sheet sheet))) {
            return new Made(0, ProfileView.notOpened(Questions.of(opened)), null);
        }
        return Profile.of(sheet, today.day(), read -> {
                    profiles.put(key, new Made(read, null, null));
                    return !stopping;
                })
                .map(profile -> new Made(profile.rows(), ProfileView.of(profile, List.of()), null))
                .orElse(new Made(0, null, "The service was stopped. Look again."));
    }

    @EventListener(ContextClosedEvent.class)
    void stop() {
        stopping = true;
        worker.shutdown();
    }
}
