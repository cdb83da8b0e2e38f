package org.conductregister.web.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.conductregister.web.CommonProblems;
import org.conductregister.web.FormWithFile;
import org.conductregister.web.PageRequest;
import org.conductregister.web.Problem;
import org.conductregister.web.ProblemWriter;
import org.conductregister.web.kept.KeptForms;
import org.conductregister.web.sessions.Session;
import org.conductregister.web.sessions.SessionContextRepository;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;

/**
 * Answers a refused request with the reason: 401 without a user, 403 without the role, 404 for a path that does not exist,
 * 405 for a method that it does not have. So a signed-in user who mistypes a path reads that there is no such path, not
 * that a role is missing.
 */
final class AccessProblemHandler implements AuthenticationEntryPoint, AccessDeniedHandler {

    private static final Problem FORM_OUT_OF_DATE = Problem.of(
            HttpStatus.FORBIDDEN,
            "FORM_OUT_OF_DATE",
            "This form is no longer valid. Go back, load the page again, and send it once more.");

    private final List<AccessRuleMatcher> rows;
    private final AllowedMethods methods;
    private final ProblemWriter problems;
    private final SessionContextRepository sessions;
    private final KeptForms forms;
    private final SignInMethods signIn;

    AccessProblemHandler(
            List<AccessRuleMatcher> rows,
            AllowedMethods methods,
            ProblemWriter problems,
            SessionContextRepository sessions,
            KeptForms forms,
            SignInMethods signIn) {
        this.rows = rows;
        this.methods = methods;
        this.problems = problems;
        this.sessions = sessions;
        this.forms = forms;
        this.signIn = signIn;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        if (failure instanceof TooManyAttemptsException tooMany) {
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(tooMany.secondsToWait()));
            problems.write(tooMany.problem(), request, response);
            return;
        }
        if (PageRequest.is(request)) {
            response.sendRedirect(request.getContextPath() + addressOfSignIn(request));
            return;
        }
        signIn.challenges(isScript(request))
                .forEach(challenge -> response.addHeader(HttpHeaders.WWW_AUTHENTICATE, challenge));
        problems.write(signIn.unauthenticated(), request, response);
    }

    /** Keeps what was typed into a form whose session has ended; a file is to be chosen again. */
    private String addressOfSignIn(HttpServletRequest request) {
        var ended = sessions.of(request).filter(session -> !session.isOpen());
        if (ended.isEmpty()) {
            return SignInPage.addressFor(request);
        }
        var session = ended.get();
        if (FormWithFile.isIn(request)) {
            return SignInPage.addressAfterFile(session.state());
        }
        return forms.keep(request, session.user())
                .map(again -> SignInPage.addressFor(again, session.state(), true))
                .orElseGet(() -> SignInPage.addressFor(request, session.state()));
    }

    /** For a script of a page the browser would ask for a password in a window of its own, as if it were a program. */
    private static boolean isScript(HttpServletRequest request) {
        var mode = request.getHeader("Sec-Fetch-Mode");
        return mode != null && !mode.equals("navigate");
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denial)
            throws IOException {
        if (denial instanceof CsrfException) {
            var again = typedAgain(request);
            if (again.isPresent()) {
                response.sendRedirect(request.getContextPath() + again.get());
            } else {
                problems.write(FORM_OUT_OF_DATE, request, response);
            }
            return;
        }
        if (rows.stream().anyMatch(row -> row.matches(request))) {
            problems.write(CommonProblems.FORBIDDEN, request, response);
            return;
        }
        String allowed = String.join(", ", methods.of(request));
        if (allowed.isEmpty() || rows.stream().noneMatch(row -> row.hasPath(request))) {
            problems.write(CommonProblems.PATH_UNKNOWN, request, response);
            return;
        }
        response.setHeader(HttpHeaders.ALLOW, allowed);
        if (HttpMethod.OPTIONS.matches(request.getMethod())) {
            response.setStatus(HttpStatus.NO_CONTENT.value());
        } else {
            problems.write(CommonProblems.methodNotAllowed(request.getMethod(), allowed), request, response);
        }
    }

    /** Keeps what was typed into one of our own forms before its user signed in again, elsewhere in the browser. */
    private Optional<String> typedAgain(HttpServletRequest request) {
        return RequestOrigin.isOurs(request)
                ? sessions.of(request).filter(Session::isOpen).flatMap(session -> forms.keep(request, session.user()))
                : Optional.empty();
    }
}
