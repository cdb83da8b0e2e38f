package org.conductregister.web;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.http.HttpStatus;

/** The problems with which any request may be answered. */
public final class CommonProblems {

    public static final Problem UNAUTHENTICATED =
            Problem.of(HttpStatus.UNAUTHORIZED, "UNAUTHENTICATED", "Sign in with a user name and password.");
    public static final Problem FORBIDDEN =
            Problem.of(HttpStatus.FORBIDDEN, "FORBIDDEN", "Your role does not allow this call.");
    public static final Problem PROVIDER_UNAVAILABLE = Problem.of(
            HttpStatus.SERVICE_UNAVAILABLE,
            "PROVIDER_UNAVAILABLE",
            "The organisation's identity provider cannot be reached, so nobody can be signed in. Try again after the"
                    + " seconds in Retry-After.");
    public static final Problem PATH_UNKNOWN = Problem.of(HttpStatus.NOT_FOUND, "NOT_FOUND", "Nothing has this path.");

    public static final Problem PARTS_UNREADABLE = Problem.of(
            HttpStatus.BAD_REQUEST,
            "BODY_UNREADABLE",
            "The body cannot be read as multipart/form-data, which Content-Type says it is.");

    public static final Problem NO_ROOM = Problem.of(
            HttpStatus.INSUFFICIENT_STORAGE,
            "NO_ROOM",
            "The register has no room left. Nothing was kept: send the same again once an administrator has made"
                    + " some.");

    private CommonProblems() {}

    /**
     * A failure whose cause is told to the log alone.
     *
     * @param id what the log has the failure under
     */
    public static Problem internal(UUID id) {
        return Problem.of(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "INTERNAL_ERROR",
                "Something failed inside the register. Quote %s when you report it.".formatted(id));
    }

    /**
     * A method that the path does not have.
     *
     * @param allowed the methods that are possible, as in the {@code Allow} header
     */
    public static Problem methodNotAllowed(String method, String allowed) {
        return Problem.of(
                HttpStatus.METHOD_NOT_ALLOWED,
                "METHOD_NOT_ALLOWED",
                "%s is not possible here; possible is %s.".formatted(method, allowed));
    }

    /**
     * A call whose body is missing.
     *
     * @param readAs the media types that the call reads, such as {@code application/json}
     */
    public static Problem bodyMissing(String readAs) {
        return Problem.of(
                HttpStatus.BAD_REQUEST,
                "BODY_MISSING",
                "A body is needed here, and none was sent. It is read as %s.".formatted(readAs));
    }

    /**
     * Returns the methods that an {@code Allow} header names where controllers take these: HEAD goes with GET, and OPTIONS
     * with any.
     */
    public static Set<String> allowed(Collection<String> methods) {
        var allowed = new TreeSet<>(methods);
        if (allowed.contains("GET")) {
            allowed.add("HEAD");
        }
        if (!allowed.isEmpty()) {
            allowed.add("OPTIONS");
        }
        return allowed;
    }

    /**
     * A body over the limit.
     *
     * @param limit in bytes
     */
    public static Problem bodyTooLarge(long limit) {
        return Problem.of(
                HttpStatus.CONTENT_TOO_LARGE,
                "BODY_TOO_LARGE",
                "The body is larger than the %,d bytes that this call reads.".formatted(limit));
    }
}
