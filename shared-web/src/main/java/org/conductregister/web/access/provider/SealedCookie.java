package org.conductregister.web.access.provider;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.crypto.encrypt.AesGcmBytesEncryptor;
import org.springframework.security.crypto.encrypt.BytesEncryptor;

/**
 * A cookie that its browser can neither read nor change: encrypted with AES in Galois/counter mode, under a key that is made
 * from a secret and the cookie's name. Thread-safe.
 */
final class SealedCookie {

    private static final String MAC = "HmacSHA256";

    /** The size above which browsers drop cookies is 4,096, its name and attributes included. */
    private static final int LONGEST = 3_800;

    private final String name;
    private final String path;
    private final boolean secure;
    private final Duration lasts;
    private final BytesEncryptor seal;
    private final Clock clock;

    SealedCookie(String name, String path, ProviderProperties settings, Duration lasts, Clock clock) {
        this.name = (settings.isSecure() ? "__Secure-" : "") + name;
        this.path = path;
        this.secure = settings.isSecure();
        this.lasts = lasts;
        this.seal = AesGcmBytesEncryptor.withSecretKey(keyOf(settings.clientSecret(), name))
                .build();
        this.clock = clock;
    }

    private static SecretKeySpec keyOf(String secret, String purpose) {
        try {
            var mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), MAC));
            return new SecretKeySpec(
                    mac.doFinal(("conduct-register " + purpose).getBytes(StandardCharsets.UTF_8)), "AES");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + MAC, e);
        }
    }

    /**
     * Sets the cookie.
     *
     * @return whether it did; false where the text is too long for one
     */
    boolean write(String text, HttpServletResponse response) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        long until = clock.instant().plus(lasts).getEpochSecond();
        var sealed = seal.encrypt(ByteBuffer.allocate(Long.BYTES + bytes.length)
                .putLong(until)
                .put(bytes)
                .array());
        var value = Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
        boolean fits = value.length() <= LONGEST;
        if (fits) {
            send(value, lasts, response);
        }
        return fits;
    }

    void clear(HttpServletResponse response) {
        send("", Duration.ZERO, response);
    }

    private void send(String value, Duration age, HttpServletResponse response) {
        var cookie = ResponseCookie.from(name, value)
                .path(path)
                .httpOnly(true)
                .secure(secure)
                .sameSite("Lax")
                .maxAge(age)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    /** Returns the text; empty where there is none, it is not ours, or its time is over. */
    Optional<String> read(HttpServletRequest request) {
        if (request.getCookies() != null) {
            for (Cookie cookie : request.getCookies()) {
                if (cookie.getName().equals(name)) {
                    return open(cookie.getValue());
                }
            }
        }
        return Optional.empty();
    }

    private Optional<String> open(String value) {
        try {
            var content = ByteBuffer.wrap(seal.decrypt(Base64.getUrlDecoder().decode(value)));
            var until = Instant.ofEpochSecond(content.getLong());
            return clock.instant().isAfter(until)
                    ? Optional.empty()
                    : Optional.of(StandardCharsets.UTF_8.decode(content).toString());
        } catch (RuntimeException notOurs) { // a cipher says so in several ways
            return Optional.empty();
        }
    }
}
