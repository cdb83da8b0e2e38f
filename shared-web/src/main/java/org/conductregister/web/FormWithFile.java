package org.conductregister.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;

/**
 * Tells whether a request has a body of parts, as a form with a file has. Whatever asks such a request for a parameter has the server write
 * the whole body to disk, whatever the method.
 */
public final class FormWithFile {

    private FormWithFile() {}

    public static boolean isIn(HttpServletRequest request) {
        var type = request.getContentType();
        return type != null && type.strip().toLowerCase(Locale.ROOT).startsWith("multipart/");
    }
}
