package org.conductregister.web.sessions;

import java.time.Duration;
import java.time.Instant;
import org.springframework.security.core.userdetails.UserDetails;

/**
 * A session as it is at an instant.
 *
 * @param key the hash of its id
 * @param usedAt when its cookie was last written
 * @param state whether it goes on
 * @param idleEnd when it ends unless it is used before
 * @param lastEnd when it ends, used or not
 */
public record Session(
        String key, String id, UserDetails user, Instant usedAt, State state, Instant idleEnd, Instant lastEnd) {

    /** Whether a session goes on, or why it does not. */
    public enum State {
        /** It goes on. */
        OPEN,
        /** It was not used for too long. */
        IDLE,
        /** It began too long ago. */
        OVER,
        /** Somebody signed out, here or everywhere, or the user's password, roles or rights were changed. */
        ENDED
    }

    public boolean isOpen() {
        return state == State.OPEN;
    }

    /** The time until it ends unless it is used before; zero where it has ended. */
    Duration left(Instant now) {
        var end = idleEnd.isBefore(lastEnd) ? idleEnd : lastEnd;
        return isOpen() && end.isAfter(now) ? Duration.between(now, end) : Duration.ZERO;
    }

    @Override
    public String toString() {
        return "Session[%s, %s]".formatted(user.getUsername(), state);
    }
}
