package org.conductregister.web.accesslog;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.regex.Pattern;
import org.conductregister.entries.RecordId;
import org.conductregister.web.FormWithFile;
import org.conductregister.web.accesslog.AccessEntry.Action;
import org.jspecify.annotations.Nullable;

/** Tells which requests are looks at records, by their paths and parameters. */
final class Looks {

    private static final Pattern RECORD = Pattern.compile(
            "(?:/api/v1|/audit)?/(case|officer|recommendation)s/(?!new$)([A-Za-z0-9._-]{1,64})(?:/.*)?");

    private static final Pattern DOWNLOAD = Pattern.compile(
            "/api/v1/(?:events|statistics/export|access-log|imports/[^/]+/(?:refusals|proposals|profile))");

    /** One document with all that there is about a person. */
    private static final String OF_A_PERSON = "/subject-access";

    private static final String EXPORT = "/api/v1/log-export";

    private static final Pattern SEARCH = Pattern.compile("(?:/api/v1)?/search(?:/.*)?");

    private static final Pattern LIST = Pattern.compile(
            "(?:/api/v1)?/(?:cases|officers|recommendations|deadlines)|/worklist(?:/.*)?|/audit(?:/.*)?"
                    + "|(?:/api/v1)?/imports/.+|(?:/api/v1)?/statistics/(?:\\w+/)?members"
                    + "|(?:/api/v1)?/(?:operations|projections)/[^/]+/dead-letters(?:/.*)?|(?:/api/v1/retention/due|/retention)");

    /** The parameters that name a record that is asked about. */
    private static final List<String> RECORD_PARAMETERS = List.of("record", "caseId", "officerId");

    private Looks() {}

    /**
     * One look.
     *
     * @param record that it is at; null where it is at several, or none
     */
    record Look(Action action, @Nullable String record) {}

    /**
     * Returns the look that a request is; null where it is none.
     *
     * @param path within the application
     */
    static @Nullable Look of(HttpServletRequest request, String path) {
        boolean reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        if (!reads) {
            return path.equals(EXPORT) ? new Look(Action.EXPORTED, null) : null;
        }
        var record = recordIn(path);
        if (record != null) {
            return new Look(path.endsWith(OF_A_PERSON) ? Action.DOWNLOADED : Action.OPENED, record);
        }
        var named = namedBy(request);
        if (DOWNLOAD.matcher(path).matches()) {
            return new Look(Action.DOWNLOADED, named);
        }
        boolean lists = LIST.matcher(path).matches();
        if (SEARCH.matcher(path).matches() || (lists && wordsOf(request) != null)) {
            return new Look(Action.SEARCHED, named);
        }
        return lists ? new Look(Action.LISTED, named) : null;
    }

    /** The record whose path it is; null where it is of none. */
    static @Nullable String recordIn(String path) {
        var matcher = RECORD.matcher(path);
        return matcher.matches() ? matcher.group(1) + "/" + matcher.group(2) : null;
    }

    private static @Nullable String namedBy(HttpServletRequest request) {
        for (var name : RECORD_PARAMETERS) {
            var text = parameter(request, name);
            if (text != null && !text.isBlank()) {
                return record(name, text.strip());
            }
        }
        return null;
    }

    private static @Nullable String record(String parameter, String text) {
        var kind = parameter.equals("officerId") ? "officer/" : "case/";
        try {
            return RecordId.parse(text.contains("/") ? text : kind + text).toString();
        } catch (IllegalArgumentException notARecord) {
            return null;
        }
    }

    /** Returns the words that a request searches for; null where there are none. */
    static @Nullable String wordsOf(HttpServletRequest request) {
        var text = parameter(request, "q");
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** A body of parts is not looked into: no read that has one is answered. */
    private static @Nullable String parameter(HttpServletRequest request, String name) {
        return FormWithFile.isIn(request) ? null : request.getParameter(name);
    }
}
