package org.conductregister.web.sessions;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Collectors;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.conductregister.platform.users.RegisteredUser;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/**
 * The digest of what a user's sessions rest on: their password as it is stored, their roles, and when they were last changed.
 * With another digest the sessions are over. Thread-safe.
 */
final class UserMarker {

    /** Slow, once: the marker of the trial users is stored, and must not help to guess their password. */
    private static final int ROUNDS = 210_000;

    private final FutureTask<String> trial;

    /** @param trialPassword the password of the users to try the register with; null where there is none */
    UserMarker(@Nullable String trialPassword) {
        this.trial = new FutureTask<>(() -> trialPassword == null ? "" : slowly(trialPassword));
    }

    /** Takes 100 ms the first time that a trial user is asked for, else some microseconds. */
    String of(UserDetails user) {
        var roles = user.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .sorted()
                .collect(Collectors.joining(","));
        return sha256(roles + '\0' + password(user));
    }

    private String password(UserDetails user) {
        if (!(user instanceof RegisteredUser known)) {
            return String.valueOf(user.getPassword());
        }
        return known.user().trial()
                ? trialDigest()
                : user.getPassword() + '\0' + known.user().changedAt();
    }

    private String trialDigest() {
        trial.run();
        try {
            return trial.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the marker of the trial users was derived", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("The marker of the trial users cannot be derived", e);
        }
    }

    private static String slowly(String password) throws GeneralSecurityException {
        var salt = "conduct-register session".getBytes(StandardCharsets.UTF_8);
        var slow = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                .generateSecret(new PBEKeySpec(password.toCharArray(), salt, ROUNDS, 256));
        return HexFormat.of().formatHex(slow.getEncoded());
    }

    static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
