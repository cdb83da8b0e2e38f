package org.conductregister.query.accesslog;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.conductregister.query.accesslog.SeenLooks.Seen;
import org.conductregister.web.accesslog.AccessEntry;
import org.conductregister.web.accesslog.AccessEntry.Action;
import org.conductregister.web.pages.Option;
import org.jspecify.annotations.Nullable;

/**
 * A row of the page.
 *
 * @param what was done, in words
 * @param how by which request, from where and with which answer
 */
record LookRow(
        Instant at, String user, String what, @Nullable String record, List<String> shown, List<String> how) {

    private static final int FIRST_REFUSAL = 400;

    /** Returns the row of an entry; null for one that is withheld. */
    static @Nullable LookRow of(Seen seen) {
        var entry = seen.entry();
        return entry == null
                ? null
                : new LookRow(entry.at(), entry.user(), what(entry), entry.record(), entry.shown(), how(entry));
    }

    /** Returns all that may have been done, as choices. */
    static List<Option> actions() {
        return Arrays.stream(Action.values())
                .map(action -> new Option(action.name(), words(action)))
                .toList();
    }

    private static List<String> how(AccessEntry entry) {
        var request = entry.path().isEmpty() ? null : entry.method() + " " + entry.path();
        var answer = entry.status() >= FIRST_REFUSAL ? "answered with " + entry.status() : null;
        var from = entry.address().isEmpty() ? null : "from " + entry.address();
        return Stream.of(request, entry.asked(), answer, from)
                .filter(text -> text != null)
                .map(String::valueOf)
                .toList();
    }

    private static String what(AccessEntry entry) {
        var searched = entry.searched();
        return searched == null ? words(entry.action()) : "%s: “%s”".formatted(words(entry.action()), searched.words());
    }

    private static String words(Action action) {
        return switch (action) {
            case OPENED -> "Opened";
            case SEARCHED -> "Searched";
            case LISTED -> "Listed";
            case DOWNLOADED -> "Downloaded";
            case EXPORTED -> "Exported the log";
            case REFUSED -> "Was refused, or found nothing there";
            case SIGNED_IN -> "Signed in";
            case SIGN_IN_FAILED -> "Failed to sign in";
            case SIGN_IN_SLOWED -> "Was told to wait before signing in";
            case SIGNED_OUT -> "Signed out";
            case SESSION_ENDED -> "Session ended";
            case USER_CHANGED -> "Changed a user";
            case STARTED -> "The register started";
            case STOPPED -> "The register stopped";
            case BROKEN_OFF ->
                "The register started after it had ended without warning: looks of its last moments may be missing";
            case LOST -> "Looks that could not be kept";
        };
    }
}
