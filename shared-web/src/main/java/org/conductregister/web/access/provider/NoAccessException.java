package org.conductregister.web.access.provider;

import org.springframework.security.core.AuthenticationException;

/** The provider vouches for somebody whom the register does not let in. */
final class NoAccessException extends AuthenticationException {

    private static final long serialVersionUID = 1;

    /** The reason for which somebody is not let in. */
    enum Reason {
        NO_IDENTITY("Your organisation’s sign-in does not say who you are in a way that the register can keep."),
        NO_ROLE("Your organisation’s sign-in names no role of yours in this register."),
        NO_FORCE("Your organisation’s sign-in names no force whose cases you handle."),
        OFFICER_UNREADABLE("The officer’s number that your organisation’s sign-in gives for you is not one."),
        IDENTITY_TAKEN("A user who is kept in the register itself has your id.");

        private final String sentence;

        Reason(String sentence) {
            this.sentence = sentence;
        }

        /** The reason as a sentence to the person. */
        String sentence() {
            return sentence;
        }
    }

    private final Reason reason;

    NoAccessException(Reason reason) {
        super(reason.sentence());
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }
}
