package org.conductregister.web.accesslog;

import jakarta.servlet.ServletRequest;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.conductregister.entries.RecordId;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** The records that a list or a search shows to whoever the present thread answers, for the access log. */
public final class AccessedRecords {

    /** The most that are remembered of one request; what a download has beyond them is known by what it asked for. */
    public static final int MOST = 200;

    private static final String ATTRIBUTE = AccessedRecords.class.getName();
    private static final String NAMED = ATTRIBUTE + ".named";

    private AccessedRecords() {}

    /** Says that records are shown. Outside of a request it does nothing. */
    public static void add(Collection<RecordId> records) {
        add(records, ATTRIBUTE);
    }

    /**
     * Says whom the shown records name: words that found these may have been their names, and are not kept longer than they are. Outside
     * of a request it does nothing.
     */
    public static void addNamed(Collection<RecordId> officers) {
        add(officers, NAMED);
    }

    private static void add(Collection<RecordId> records, String attribute) {
        var request = RequestContextHolder.getRequestAttributes();
        if (request == null || records.isEmpty()) {
            return;
        }
        var all = of(request, attribute);
        for (var record : records) {
            if (all.size() >= MOST) {
                return;
            }
            all.add(record.toString());
        }
    }

    @SuppressWarnings("unchecked")
    private static Set<String> of(RequestAttributes request, String attribute) {
        var all = (Set<String>) request.getAttribute(attribute, RequestAttributes.SCOPE_REQUEST);
        if (all == null) {
            all = new LinkedHashSet<>();
            request.setAttribute(attribute, all, RequestAttributes.SCOPE_REQUEST);
        }
        return all;
    }

    /** Returns the records that a request has shown. */
    static List<String> shownBy(ServletRequest request) {
        return in(request.getAttribute(ATTRIBUTE));
    }

    /** Returns the records that a request has shown, and whom they name. */
    static List<String> foundBy(ServletRequest request) {
        return Stream.concat(shownBy(request).stream(), in(request.getAttribute(NAMED)).stream())
                .distinct()
                .toList();
    }

    private static List<String> in(@Nullable Object attribute) {
        return attribute instanceof Set<?> records
                ? records.stream().map(String::valueOf).toList()
                : List.of();
    }
}
