package org.conductregister.web.pages;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** The instant as known at which the page or answer of the present request is: its labels are as known then. */
public final class PageInstant {

    private static final String ATTRIBUTE = PageInstant.class.getName();

    private PageInstant() {}

    /** Says that the page or answer is as known at an instant. */
    public static void set(Instant knownAt) {
        var request = RequestContextHolder.getRequestAttributes();
        if (request != null) {
            request.setAttribute(ATTRIBUTE, knownAt, RequestAttributes.SCOPE_REQUEST);
        }
    }

    /** Null where the page is as known now, and outside a request. */
    static @Nullable Instant get() {
        var request = RequestContextHolder.getRequestAttributes();
        return request == null ? null : (Instant) request.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
    }
}
