package org.conductregister.web.accesslog;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.conductregister.entries.RecordId;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** The records that a list or a search shows to whoever the present thread answers, for the access log. */
public final class AccessedRecords {

    /** The most that are remembered of one request; what a download has beyond them is known by what it asked for. */
    public static final int MOST = 200;

    private static final String ATTRIBUTE = AccessedRecords.class.getName();

    private AccessedRecords() {}

    /** Says that records are shown. Outside of a request it does nothing. */
    public static void add(Collection<RecordId> records) {
        var request = RequestContextHolder.getRequestAttributes();
        if (request == null || records.isEmpty()) {
            return;
        }
        var shown = of(request);
        if (shown == null) {
            shown = new LinkedHashSet<>();
            request.setAttribute(ATTRIBUTE, shown, RequestAttributes.SCOPE_REQUEST);
        }
        for (var record : records) {
            if (shown.size() >= MOST) {
                return;
            }
            shown.add(record.toString());
        }
    }

    @SuppressWarnings("unchecked")
    private static @Nullable Set<String> of(RequestAttributes request) {
        return (Set<String>) request.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
    }

    /** Returns the records that a request has shown, as its attribute holds them. */
    static List<String> in(@Nullable Object attribute) {
        return attribute instanceof Set<?> shown
                ? shown.stream().map(String::valueOf).toList()
                : List.of();
    }

    static String attribute() {
        return ATTRIBUTE;
    }
}
