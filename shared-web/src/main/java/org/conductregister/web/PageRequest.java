package org.conductregister.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * Tells a browser that asks for a page from a program that asks the API. Browsers name {@code text/html} in
 * {@code Accept}; what is under {@code /api} answers programs, whoever asks.
 */
public final class PageRequest {

    private PageRequest() {}

    public static boolean is(HttpServletRequest request) {
        @Nullable String accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept != null && accept.contains("text/html") && !isOfApi(request);
    }

    public static boolean isOfApi(HttpServletRequest request) {
        return request.getRequestURI().startsWith(request.getContextPath() + "/api/");
    }
}
