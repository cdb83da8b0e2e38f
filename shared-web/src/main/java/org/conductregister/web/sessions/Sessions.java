package org.conductregister.web.sessions;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.conductregister.web.sessions.Session.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;

/**
 * All sessions. Their rows lie beside the log, where every node reads them at each request, so that an end holds everywhere at
 * once. Where the database takes no row, as on a full disk, it is kept in the memory of this process: reading the register goes
 * on, and so do signing in and out. Thread-safe.
 */
public final class Sessions {

    private static final Logger log = LoggerFactory.getLogger(Sessions.class);

    private static final int BYTES = 32;
    private static final int MOST_IN_MEMORY = 10_000;

    private final SessionRows rows;
    private final UserDetailsService users;
    private final UserMarker marker;
    private final SessionProperties properties;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, SessionRow> inMemory = new ConcurrentHashMap<>();

    Sessions(SessionRows rows, UserDetailsService users, UserMarker marker, SessionProperties properties, Clock clock) {
        this.rows = rows;
        this.users = users;
        this.marker = marker;
        this.properties = properties;
        this.clock = clock;
    }

    /** Begins a session of a user. Its id is new, whatever the browser had before. */
    SessionCookie begin(UserDetails user) {
        var id = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes());
        var secret = HexFormat.of().formatHex(bytes());
        var now = clock.instant();
        append(new SessionRow(UserMarker.sha256(id), user.getUsername(), secret, marker.of(user), now));
        return SessionCookie.of(id, now, secret);
    }

    private byte[] bytes() {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return bytes;
    }

    /** Returns the session of a cookie, as it is now; empty where no session ever had it. */
    Optional<Session> find(SessionCookie cookie) {
        var key = UserMarker.sha256(cookie.id());
        var row = last(key);
        if (row.isEmpty()) {
            return Optional.empty();
        }
        var began = row.get();
        try {
            var user = users.loadUserByUsername(began.user());
            if (began.isEnd()) {
                return Optional.of(session(cookie, began, user, State.ENDED));
            }
            return cookie.isSignedWith(began.secret())
                    ? Optional.of(session(cookie, began, user, state(cookie, began, user)))
                    : Optional.empty();
        } catch (UsernameNotFoundException gone) {
            return Optional.empty();
        }
    }

    private Session session(SessionCookie cookie, SessionRow row, UserDetails user, State state) {
        var usedAt = Instant.ofEpochMilli(cookie.usedAt());
        return new Session(
                row.key(),
                cookie.id(),
                user,
                usedAt,
                state,
                usedAt.plus(properties.idle()),
                row.at().plus(properties.longest()));
    }

    private State state(SessionCookie cookie, SessionRow began, UserDetails user) {
        var now = clock.instant();
        if (!user.isEnabled() || !marker.of(user).equals(began.marker()) || isEndedForAll(began)) {
            return State.ENDED;
        } else if (!now.isBefore(began.at().plus(properties.longest()))) {
            return State.OVER;
        }
        var idleEnd = Instant.ofEpochMilli(cookie.usedAt()).plus(properties.idle());
        return now.isBefore(idleEnd) ? State.OPEN : State.IDLE;
    }

    private boolean isEndedForAll(SessionRow began) {
        return last(userKey(began.user()))
                .filter(end -> !end.at().isBefore(began.at()))
                .isPresent();
    }

    /** Returns the cookie of a session that is used now. */
    Optional<SessionCookie> renewed(Session session) {
        return last(session.key())
                .filter(row -> !row.isEnd())
                .map(row -> SessionCookie.of(session.id(), clock.instant(), row.secret()));
    }

    /** Whether a session's cookie was written so long ago that it should be written anew. */
    boolean isToRenew(Session session) {
        return session.usedAt().plus(properties.renewal()).isBefore(clock.instant());
    }

    /** Ends one session, everywhere that its cookie was copied to. */
    void end(Session session) {
        append(SessionRow.end(session.key(), session.user().getUsername(), clock.instant()));
    }

    /** Ends all sessions of a user that have begun by now. */
    public void endAllOf(String user) {
        append(SessionRow.end(userKey(user), user, clock.instant()));
    }

    Instant now() {
        return clock.instant();
    }

    SessionProperties properties() {
        return properties;
    }

    private static String userKey(String user) {
        return "user/" + user;
    }

    private void append(SessionRow row) {
        try {
            rows.append(row);
        } catch (DataAccessException e) {
            log.warn(
                    "A session's beginning or end is kept in memory alone, for the database does not take it: {}",
                    e.getMessage());
            if (inMemory.size() >= MOST_IN_MEMORY) {
                inMemory.clear();
            }
            inMemory.put(row.key(), row);
        }
    }

    private Optional<SessionRow> last(String key) {
        var here = inMemory.get(key);
        if (here != null && here.isEnd()) {
            return Optional.of(here);
        }
        return rows.last(key).or(() -> Optional.ofNullable(here));
    }
}
