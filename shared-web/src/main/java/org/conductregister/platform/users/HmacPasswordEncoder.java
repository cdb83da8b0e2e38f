package org.conductregister.platform.users;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Compares the password of the users to try the register with, by HMAC-SHA-256 under a random key of the process. A slow hash
 * protects passwords in a stolen store, but that one is not stored: it is configuration, in memory in clear anyway, and its
 * digest never leaves the process. Thread-safe.
 */
final class HmacPasswordEncoder implements PasswordEncoder {

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKey key;

    HmacPasswordEncoder(SecureRandom random) {
        byte[] secret = new byte[32];
        random.nextBytes(secret);
        key = new SecretKeySpec(secret, ALGORITHM);
    }

    @Override
    public @Nullable String encode(@Nullable CharSequence password) {
        return password == null ? null : digestOf(password);
    }

    /** Returns the keyed digest of a text, in hexadecimal digits. */
    String digestOf(CharSequence text) {
        return HexFormat.of().formatHex(digest(text));
    }

    @Override
    public boolean matches(@Nullable CharSequence password, @Nullable String encoded) {
        return password != null
                && encoded != null
                && MessageDigest.isEqual(digest(password), HexFormat.of().parseHex(encoded));
    }

    private byte[] digest(CharSequence password) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(password.toString().getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        }
    }
}
