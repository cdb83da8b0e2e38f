package org.conductregister.platform.users;

/** Thrown where a user cannot be changed as asked; nothing was changed. It is expected, so it has no stack trace. */
public final class UserRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final Reason reason;

    /** Why. The name is the stable code of the problem. */
    public enum Reason {
        /** Users are kept by the organisation's identity provider. */
        USERS_KEPT_ELSEWHERE,
        /** The users to try the register with stay as they are. */
        TRIAL_USER,
        /** There is no such user. */
        USER_UNKNOWN,
        /** Another user's id differs in the size of letters alone. */
        USER_ID_TAKEN,
        /** Nobody could change users any more. */
        LAST_ADMINISTRATOR,
        /** The password is too short, too long or too easy to guess. */
        PASSWORD_UNFIT,
        /** The present password is not right. */
        PASSWORD_WRONG
    }

    UserRefusedException(Reason reason, String sentence) {
        super(sentence, null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** The reason as a sentence for a person. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
