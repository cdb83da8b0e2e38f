package org.conductregister.web;

import java.util.UUID;
import org.springframework.http.HttpStatus;

/** Problems that any call may answer with. */
public final class CommonProblems {

    public static final Problem UNAUTHENTICATED =
            Problem.of(HttpStatus.UNAUTHORIZED, "UNAUTHENTICATED", "Sign in with a user name and password.");
    public static final Problem FORBIDDEN =
            Problem.of(HttpStatus.FORBIDDEN, "FORBIDDEN", "Your role does not allow this call.");
    public static final Problem PATH_UNKNOWN = Problem.of(HttpStatus.NOT_FOUND, "NOT_FOUND", "Nothing has this path.");

    public static final Problem NO_ROOM = Problem.of(
            HttpStatus.INSUFFICIENT_STORAGE,
            "NO_ROOM",
            "The register has no room left. Nothing was kept: send the same again once an administrator has made"
                    + " some.");

    private CommonProblems() {}

    /** @param id what the log has the failure under */
    public static Problem internal(UUID id) {
        return Problem.of(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "INTERNAL_ERROR",
                "Something failed inside the register. Quote %s when you report it.".formatted(id));
    }

    /** @param allowed the methods that are possible, as in the {@code Allow} header */
    public static Problem methodNotAllowed(String method, String allowed) {
        return Problem.of(
                HttpStatus.METHOD_NOT_ALLOWED,
                "METHOD_NOT_ALLOWED",
                "%s is not possible here; possible is %s.".formatted(method, allowed));
    }

    /** @param limit in bytes */
    public static Problem bodyTooLarge(long limit) {
        return Problem.of(
                HttpStatus.CONTENT_TOO_LARGE,
                "BODY_TOO_LARGE",
                "The body is larger than the %,d bytes that this call reads.".formatted(limit));
    }
}
