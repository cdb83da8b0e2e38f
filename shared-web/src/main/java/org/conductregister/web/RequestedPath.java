package org.conductregister.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.PathContainer.PathSegment;
import org.springframework.http.server.RequestPath;

/**
 * The path of a request as the table of who may what and the controllers match it: decoded, within the application. Whatever else decides
 * by the path reads it here. As it was sent, {@code /api/v1/c%61ses/LAN-1} is another text than {@code /api/v1/cases/LAN-1} and yet the
 * same case: a look at it would not be kept.
 */
public final class RequestedPath {

    private RequestedPath() {}

    /** Returns the path, decoded; costs nothing where no character is encoded. */
    public static String of(HttpServletRequest request) {
        var sent = asSent(request);
        if (sent.indexOf('%') < 0 && sent.indexOf(';') < 0) {
            return sent;
        }
        var path = new StringBuilder();
        for (PathContainer.Element element : parsed(request).elements()) {
            path.append(element instanceof PathSegment segment ? segment.valueToMatch() : element.value());
        }
        return path.toString();
    }

    /** Returns the path in its segments, for patterns to be held against. */
    public static PathContainer parsed(HttpServletRequest request) {
        return RequestPath.parse(request.getRequestURI(), request.getContextPath())
                .pathWithinApplication();
    }

    /** Returns the path as it was sent, for an address that leads to it again; nothing is decided by it. */
    public static String asSent(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }
}
