package org.conductregister.web.accesslog;

/**
 * An event of a sign-in or a session for which Spring Security has none. Published to the application; the access log keeps it.
 *
 * @param user as typed, or of the session
 * @param address from which the request came; empty where there was none
 */
public record SignInEvent(Kind kind, String user, String address) {

    /** The kind of event. */
    public enum Kind {
        /** The attempt was told to wait, before its password was looked at. */
        SIGN_IN_SLOWED,
        /** The session ended by idleness, by its age, or because it was ended elsewhere, and its cookie was sent once more. */
        SESSION_ENDED
    }
}
