package org.conductregister.web.accesslog;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One look at the register, or an attempt at one. Immutable.
 *
 * @param at when the request came in
 * @param user the id of the person; empty where nobody, or nobody known, asked
 * @param record as {@code case/LAN-2012-0007}; null where the request is about no one record
 * @param shown the records that were listed or found, at most {@link AccessedRecords#MOST}
 * @param method of HTTP; empty where it is about no request
 * @param path without parameters
 * @param asked the parameters that are codes, days or numbers; null where there are none
 * @param status of the answer; 0 where it is about no request
 * @param address from which the request came
 * @param searched the words that were searched for; null where there are none, or nobody can read them any more
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record AccessEntry(
        Instant at,
        String user,
        Action action,
        @Nullable String record,
        List<String> shown,
        String method,
        String path,
        @Nullable String asked,
        int status,
        String address,
        String correlationId,
        @Nullable SearchedWords searched) {

    public AccessEntry {
        shown = List.copyOf(shown);
    }

    /** A look for which no words were searched. */
    AccessEntry(
            Instant at,
            String user,
            Action action,
            @Nullable String record,
            List<String> shown,
            String method,
            String path,
            @Nullable String asked,
            int status,
            String address,
            String correlationId) {
        this(at, user, action, record, shown, method, path, asked, status, address, correlationId, null);
    }

    /**
     * Returns the entry without some of the records that were shown. The words that found them are then left out too, for they may
     * tell of them.
     */
    public AccessEntry without(Set<String> records) {
        if (Collections.disjoint(shown, records) && (searched == null || !searched.found(records))) {
            return this;
        }
        var left = shown.stream().filter(each -> !records.contains(each)).toList();
        return new AccessEntry(at, user, action, record, left, method, path, asked, status, address, correlationId);
    }

    /** The kind of look or attempt. */
    public enum Action {
        /** A record was opened: its state, its entries or a form on it. */
        OPENED,
        /** Words were searched for. */
        SEARCHED,
        /** Records were listed. */
        LISTED,
        /** A table, lines, or all that there is about a person were downloaded. */
        DOWNLOADED,
        /** The whole log was written into a file of the server. */
        EXPORTED,
        /** The person may not do it, or what they asked for is not there for them. */
        REFUSED,
        /** Somebody signed in with a form or through a provider. */
        SIGNED_IN,
        /** A password or a token was wrong. */
        SIGN_IN_FAILED,
        /** An attempt to sign in was told to wait before its password was looked at. */
        SIGN_IN_SLOWED,
        /** Somebody signed out. */
        SIGNED_OUT,
        /** A session ended by itself, or was ended elsewhere. */
        SESSION_ENDED,
        /** A user was added, changed or disabled; the record is the user. */
        USER_CHANGED,
        /** The register began to keep entries. */
        STARTED,
        /** The register ended, and had kept all entries. */
        STOPPED,
        /** The register began after one that had not ended properly: entries of its last moments may be missing. */
        BROKEN_OFF,
        /** Entries could not be kept, as many as {@code asked} says. */
        LOST
    }

    /** Returns an entry about the log itself. */
    static AccessEntry ofTheLog(Instant at, Action action, @Nullable String asked) {
        return new AccessEntry(at, "", action, null, List.of(), "", "", asked, 0, "", "");
    }
}
