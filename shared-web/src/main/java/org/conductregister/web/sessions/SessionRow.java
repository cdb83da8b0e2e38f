package org.conductregister.web.sessions;

import java.time.Instant;

/**
 * The beginning or the end of a session, or of all sessions of a user.
 *
 * @param key the hash of a session's id, or {@code user/} and the id of a user
 * @param user the id of the user whose session it is
 * @param secret the key with which the session's cookie is signed, in hexadecimal digits; empty where this is an end
 * @param marker the digest of the user's password and roles when the session began; empty where this is an end
 * @param at when it began or ended
 */
record SessionRow(String key, String user, String secret, String marker, Instant at) {

    static SessionRow end(String key, String user, Instant at) {
        return new SessionRow(key, user, "", "", at);
    }

    boolean isEnd() {
        return secret.isEmpty();
    }

    @Override
    public String toString() {
        return "SessionRow[%s, %s]".formatted(user, at);
    }
}
