package org.conductregister.web.access;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import org.conductregister.platform.users.RegisteredUser;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.authentication.AuthenticationTrustResolver;
import org.springframework.security.authentication.AuthenticationTrustResolverImpl;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;

/**
 * Keeps the user who signed in with the form in a signed cookie, for 12 hours. Nothing is kept on the server, so both
 * services know the same users, and a restart signs nobody out. The key is derived from the password: a new password signs
 * everybody out, and a user's own new password that user.
 */
final class SignedCookieContextRepository implements SecurityContextRepository {

    static final String NAME = "register-signed-in";

    private static final Duration LASTS = Duration.ofHours(12);
    private static final String ALGORITHM = "HmacSHA256";

    /** Slow, once: a cookie must not help to guess the password it was signed with. */
    private static final int ROUNDS = 210_000;

    private final FutureTask<SecretKeySpec> key;
    private final UserDetailsService users;
    private final Clock clock;
    private final AuthenticationTrustResolver trust = new AuthenticationTrustResolverImpl();

    /** The key is derived by the first request that brings or is given a cookie: a start does not wait for it. */
    SignedCookieContextRepository(String password, UserDetailsService users, Clock clock) {
        this.key = new FutureTask<>(() -> key(password));
        this.users = users;
        this.clock = clock;
    }

    static boolean isOn(HttpServletRequest request) {
        return valueOn(request) != null;
    }

    @Override
    @Deprecated
    public SecurityContext loadContext(HttpRequestResponseHolder exchange) {
        return user(exchange.getRequest())
                .map(SignedCookieContextRepository::contextOf)
                .orElseGet(SecurityContextHolder::createEmptyContext);
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return user(request).isPresent();
    }

    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        var who = context.getAuthentication();
        if (who == null || trust.isAnonymous(who)) {
            if (isOn(request)) {
                write("", Duration.ZERO, request, response);
            }
        } else if (request.getHeader(HttpHeaders.AUTHORIZATION) == null
                && who.getPrincipal() instanceof UserDetails user) {
            write(sign(user), null, request, response);
        }
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

    private String sign(UserDetails user) {
        long until = clock.instant().plus(LASTS).getEpochSecond();
        var said = encode(user.getUsername().getBytes(StandardCharsets.UTF_8)) + "." + until;
        return said + "." + encode(signatureOf(said, user));
    }

    private Optional<UserDetails> user(HttpServletRequest request) {
        return Optional.ofNullable(valueOn(request)).flatMap(this::read);
    }

    private Optional<UserDetails> read(String value) {
        var parts = value.split("\\.", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            var signature = Base64.getUrlDecoder().decode(parts[2]);
            var name = new String(Base64.getUrlDecoder().decode(parts[0]), StandardCharsets.UTF_8);
            var user = users.loadUserByUsername(name);
            boolean ours = MessageDigest.isEqual(signature, signatureOf(parts[0] + "." + parts[1], user));
            boolean over = clock.instant().getEpochSecond() > Long.parseLong(parts[1]);
            return ours && !over && user.isEnabled() ? Optional.of(user) : Optional.empty();
        } catch (IllegalArgumentException | UsernameNotFoundException notOurs) {
            return Optional.empty();
        }
    }

    private static SecurityContext contextOf(UserDetails user) {
        return new SecurityContextImpl(
                UsernamePasswordAuthenticationToken.authenticated(user, null, user.getAuthorities()));
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

    private byte[] signatureOf(String said, UserDetails user) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key());
            return mac.doFinal((said + "." + marker(user)).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        }
    }

    /** Changes with the user's own password; that of the trial users is in the key. */
    private static String marker(UserDetails user) {
        return user instanceof RegisteredUser known && known.user().trial()
                ? "trial"
                : String.valueOf(user.getPassword());
    }

    /** Derives the key the first time; requests that come meanwhile wait for the one that derives it. */
    private SecretKeySpec key() {
        key.run();
        try {
            return key.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the key of signed cookies was derived", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("The key of signed cookies cannot be derived", e);
        }
    }

    private static SecretKeySpec key(String password) {
        try {
            var salt = "conduct-register signed-in".getBytes(StandardCharsets.UTF_8);
            var slow = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(new PBEKeySpec(password.toCharArray(), salt, ROUNDS, 256));
            return new SecretKeySpec(slow.getEncoded(), ALGORITHM);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has PBKDF2WithHmacSHA256", e);
        }
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
