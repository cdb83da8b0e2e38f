package org.conductregister.web.access;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import org.springframework.http.HttpHeaders;

/**
 * Tells from which site a browser sends a request: by {@code Sec-Fetch-Site}, which browsers send to this machine and over
 * HTTPS, else by {@code Origin}, which they send over plain HTTP too. Programs send neither.
 */
final class RequestOrigin {

    private static final Set<String> OURS = Set.of("same-origin", "none");

    private RequestOrigin() {}

    /** Whether a page of this register sends the request, or nobody says who does. */
    static boolean isOursOrUnknown(HttpServletRequest request) {
        var site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return OURS.contains(site);
        }
        var origin = request.getHeader(HttpHeaders.ORIGIN);
        return origin == null || isOrigin(origin, request);
    }

    /** Whether a page of this register sends the request, as the browser says. */
    static boolean isOurs(HttpServletRequest request) {
        var site = request.getHeader("Sec-Fetch-Site");
        var origin = request.getHeader(HttpHeaders.ORIGIN);
        return site == null ? origin != null && isOrigin(origin, request) : site.equals("same-origin");
    }

    /** Behind a gateway that ends TLS, and does not say so, the scheme of the request is not the browser's. */
    private static boolean isOrigin(String origin, HttpServletRequest request) {
        var host = request.getHeader(HttpHeaders.HOST);
        try {
            var from = new URI(origin);
            var scheme = from.getScheme();
            return host != null
                    && scheme != null
                    && from.getRawAuthority() != null
                    && (!request.isSecure() || scheme.equals("https"))
                    && withoutUsualPort(from.getRawAuthority(), scheme).equals(withoutUsualPort(host, scheme));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static String withoutUsualPort(String authority, String scheme) {
        var usual = scheme.equals("https") ? ":443" : ":80";
        var lower = authority.toLowerCase(Locale.ROOT);
        return lower.endsWith(usual) ? lower.substring(0, lower.length() - usual.length()) : lower;
    }
}
