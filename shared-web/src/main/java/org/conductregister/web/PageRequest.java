package org.conductregister.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * Distinguishes a browser that asks for a page from a program that calls the API. Browsers name {@code text/html} in
 * {@code Accept}; a request under {@code /api} is always a program's.
 */
public final class PageRequest {

    private PageRequest() {}

    public static boolean is(HttpServletRequest request) {
        @Nullable String accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept != null && accept.contains("text/html") && !isOfApi(request);
    }

    public static boolean isOfApi(HttpServletRequest request) {
        return RequestedPath.of(request).startsWith("/api/");
    }
}
