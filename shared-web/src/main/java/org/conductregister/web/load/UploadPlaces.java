package org.conductregister.web.load;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.conductregister.web.Problem;
import org.springframework.http.HttpStatus;

/** Limits how many uploads arrive at once, of one user and of all. Thread-safe. */
public final class UploadPlaces {

    /** After so many seconds it may be worth while to try again. */
    public static final String SECONDS = "10";

    private final UploadProperties limits;
    private final Map<String, Integer> ofUser = new HashMap<>();
    private int all;

    UploadPlaces(UploadProperties limits) {
        this.limits = limits;
    }

    /** Takes a place for an upload, to be given back by {@link #leave}; returns why there is none, else nothing. */
    public synchronized Optional<Problem> enter(String user) {
        if (ofUser.getOrDefault(user, 0) >= limits.atOnce()) {
            return Optional.of(Problem.of(
                    HttpStatus.TOO_MANY_REQUESTS,
                    "TOO_MANY_UPLOADS",
                    "%d files of yours are being sent; send another once one of them has arrived."
                            .formatted(limits.atOnce())));
        }
        if (all >= limits.ofAll()) {
            return Optional.of(Problem.of(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "TOO_MANY_UPLOADS",
                    "%d files are being sent by others; try again in some seconds.".formatted(limits.ofAll())));
        }
        ofUser.merge(user, 1, Integer::sum);
        all++;
        return Optional.empty();
    }

    public synchronized void leave(String user) {
        ofUser.computeIfPresent(user, (id, count) -> count == 1 ? null : count - 1);
        all--;
    }
}
