package org.conductregister.web.access;

import java.util.ArrayList;
import java.util.List;
import org.conductregister.web.CommonProblems;
import org.conductregister.web.Problem;
import org.springframework.http.HttpStatus;

/**
 * The ways in which a call may say who makes it, beside the cookie of pages.
 *
 * @param passwords whether by user name and password
 * @param tokens whether by a token of the identity provider
 */
record SignInMethods(boolean passwords, boolean tokens) {

    /**
     * Returns the challenges to a call that does not say it.
     *
     * @param byScript whether a page's script makes it: challenged to Basic, its browser would ask for a password in a window of
     *     its own
     */
    List<String> challenges(boolean byScript) {
        var challenges = new ArrayList<String>();
        if (tokens) {
            challenges.add("Bearer realm=\"Conduct Register\"");
        }
        if (passwords && !byScript) {
            challenges.add("Basic realm=\"Conduct Register\", charset=\"UTF-8\"");
        }
        return challenges;
    }

    Problem unauthenticated() {
        if (!tokens) {
            return CommonProblems.UNAUTHENTICATED;
        }
        return Problem.of(
                HttpStatus.UNAUTHORIZED,
                CommonProblems.UNAUTHENTICATED.code(),
                passwords
                        ? "Send a bearer token of the organisation's identity provider, or a user name and password."
                        : "Send a bearer token of the organisation's identity provider.");
    }
}
