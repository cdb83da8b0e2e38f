package org.conductregister.web.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.conductregister.web.Problem;
import org.conductregister.web.ProblemWriter;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses what another site makes a signed-in browser send. A browser adds Basic credentials by itself, so a page
 * elsewhere could otherwise post here in the user's name. Browsers say where a request comes from in
 * {@code Sec-Fetch-Site}; programs do not send it. Forms of pages carry a token besides.
 */
final class CrossSiteRequests extends OncePerRequestFilter {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> OURS = Set.of("same-origin", "none");

    private final ProblemWriter problems;

    CrossSiteRequests(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String from = request.getHeader("Sec-Fetch-Site");
        if (READING.contains(request.getMethod()) || from == null || OURS.contains(from)) {
            chain.doFilter(request, response);
            return;
        }
        problems.write(
                Problem.of(
                        HttpStatus.FORBIDDEN,
                        "CROSS_SITE_REQUEST",
                        "A page of another site cannot change anything here."),
                request,
                response);
    }
}
