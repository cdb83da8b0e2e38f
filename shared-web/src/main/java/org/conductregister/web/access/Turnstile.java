package org.conductregister.web.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.conductregister.web.CommonProblems;
import org.conductregister.web.ProblemWriter;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/**
 * Tells a caller who was refused why: not signed in, not in the role, or asking for what there is not. Somebody signed
 * in who mistypes a path reads that nothing has it, not that a role is missing.
 */
final class Turnstile implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final List<TableRow> rows;
    private final ProblemWriter problems;

    Turnstile(List<TableRow> rows, ProblemWriter problems) {
        this.rows = rows;
        this.problems = problems;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Conduct Register\", charset=\"UTF-8\"");
        problems.write(CommonProblems.UNAUTHENTICATED, response);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denial)
            throws IOException {
        List<TableRow> ofPath =
                rows.stream().filter(row -> row.hasPath(request)).toList();
        if (ofPath.isEmpty()) {
            problems.write(CommonProblems.PATH_UNKNOWN, response);
        } else if (ofPath.stream().anyMatch(row -> row.matches(request))) {
            problems.write(CommonProblems.FORBIDDEN, response);
        } else {
            String allowed = ofPath.stream()
                    .map(row -> row.rule().method().name())
                    .distinct()
                    .sorted()
                    .collect(Collectors.joining(", "));
            response.setHeader(HttpHeaders.ALLOW, allowed);
            problems.write(CommonProblems.methodNotAllowed(request.getMethod(), allowed), response);
        }
    }
}
