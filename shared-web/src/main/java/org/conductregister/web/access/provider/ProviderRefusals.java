package org.conductregister.web.access.provider;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.conductregister.web.CommonProblems;
import org.conductregister.web.Problem;
import org.conductregister.web.ProblemWriter;
import org.conductregister.web.access.SignInAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.web.client.ResourceAccessException;

/** Answers those whom the provider did not vouch for, or whom the register does not let in. Thread-safe. */
final class ProviderRefusals {

    private static final Logger LOG = LoggerFactory.getLogger(ProviderRefusals.class);

    /** The error code of an answer that no attempt of this browser waits for. */
    private static final String NO_ATTEMPT = "authorization_request_not_found";

    private static final String RETRY_AFTER_SECONDS = "10";
    private static final Problem TOKEN_REFUSED = Problem.of(
            HttpStatus.UNAUTHORIZED,
            CommonProblems.UNAUTHENTICATED.code(),
            "The bearer token is not valid here: it must be signed by the organisation's identity provider, for this"
                    + " register, and be within its time.");

    private final ProblemWriter problems;

    ProviderRefusals(ProblemWriter problems) {
        this.problems = problems;
    }

    /** Answers a browser whose sign-in failed. */
    void ofSignIn(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        if (failure instanceof NoAccessException refused) {
            response.sendRedirect(
                    SignInAddress.saying("refused=" + refused.reason().name(), null));
        } else if (isOutage(failure)) {
            unavailable(request, response, failure);
        } else {
            var word = failure instanceof OAuth2AuthenticationException told
                    ? wordFor(told.getError().getErrorCode())
                    : "unconfirmed";
            LOG.info("A sign-in at the identity provider was not completed: {}", failure.getMessage());
            response.sendRedirect(SignInAddress.saying(word, null));
        }
    }

    private static String wordFor(String error) {
        return switch (error) {
            case OAuth2ErrorCodes.ACCESS_DENIED -> "cancelled";
            case NO_ATTEMPT -> "again";
            default -> "unconfirmed";
        };
    }

    /** Answers a program whose token is not taken. */
    void ofToken(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        if (failure instanceof NoAccessException refused) {
            problems.write(
                    Problem.of(
                            HttpStatus.FORBIDDEN,
                            CommonProblems.FORBIDDEN.code(),
                            refused.reason().sentence()),
                    request,
                    response);
        } else if (isOutage(failure)) {
            unavailable(request, response, failure);
        } else {
            response.setHeader(
                    HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"Conduct Register\", error=\"invalid_token\"");
            problems.write(TOKEN_REFUSED, request, response);
        }
    }

    private void unavailable(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        LOG.warn("Nobody can be signed in: {}", failure.getMessage());
        response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        problems.write(CommonProblems.PROVIDER_UNAVAILABLE, request, response);
    }

    /** Whether the provider did not answer, rather than not vouch. */
    private static boolean isOutage(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof AuthenticationServiceException || cause instanceof ResourceAccessException) {
                return true;
            }
            if (cause instanceof OAuth2AuthorizationException && cause.getCause() == null) {
                return false;
            }
        }
        return false;
    }
}
