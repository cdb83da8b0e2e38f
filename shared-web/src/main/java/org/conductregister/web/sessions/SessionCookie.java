package org.conductregister.web.sessions;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/**
 * The value of a session's cookie.
 *
 * @param id which session
 * @param usedAt when the session was used, in milliseconds since the epoch
 * @param signature of both, in hexadecimal digits
 */
public record SessionCookie(String id, long usedAt, String signature) {

    /** The cookie's name. */
    public static final String NAME = "register-signed-in";

    private static final Pattern FORM = Pattern.compile("([A-Za-z0-9_-]{43})\\.(\\d{1,15})\\.([0-9a-f]{64})");
    private static final String ALGORITHM = "HmacSHA256";

    static SessionCookie of(String id, Instant usedAt, String secret) {
        return new SessionCookie(id, usedAt.toEpochMilli(), signature(id, usedAt.toEpochMilli(), secret));
    }

    /** Whether a request brings a cookie of this name, whatever its value. */
    public static boolean isOn(HttpServletRequest request) {
        return valueOn(request) != null;
    }

    static Optional<SessionCookie> on(HttpServletRequest request) {
        var value = valueOn(request);
        return value == null ? Optional.empty() : parse(value);
    }

    static Optional<SessionCookie> parse(String value) {
        var parts = FORM.matcher(value);
        return parts.matches()
                ? Optional.of(new SessionCookie(parts.group(1), Long.parseLong(parts.group(2)), parts.group(3)))
                : Optional.empty();
    }

    boolean isSignedWith(String secret) {
        return MessageDigest.isEqual(
                signature.getBytes(StandardCharsets.US_ASCII),
                signature(id, usedAt, secret).getBytes(StandardCharsets.US_ASCII));
    }

    void write(HttpServletRequest request, HttpServletResponse response) {
        write(id + "." + usedAt + "." + signature, null, request, response);
    }

    /** Has the browser forget the cookie. */
    static void remove(HttpServletRequest request, HttpServletResponse response) {
        write("", Duration.ZERO, request, response);
    }

    private static void write(
            String value, @Nullable Duration lasts, HttpServletRequest request, HttpServletResponse response) {
        var cookie = ResponseCookie.from(NAME, value)
                .path("/")
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax");
        if (lasts != null) {
            cookie.maxAge(lasts);
        }
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.build().toString());
    }

    private static @Nullable String valueOn(HttpServletRequest request) {
        if (request.getCookies() == null) {
            return null;
        }
        for (Cookie cookie : request.getCookies()) {
            if (cookie.getName().equals(NAME) && !cookie.getValue().isEmpty()) {
                return cookie.getValue();
            }
        }
        return null;
    }

    private static String signature(String id, long usedAt, String secret) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(HexFormat.of().parseHex(secret), ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal((id + "." + usedAt).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        }
    }

    @Override
    public String toString() {
        return "SessionCookie[hidden]";
    }
}
