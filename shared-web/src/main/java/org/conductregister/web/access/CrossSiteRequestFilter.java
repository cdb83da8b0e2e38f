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
 * Refuses requests that another site makes a signed-in browser send, by {@link RequestOrigin}. A browser adds Basic credentials by itself, so a page elsewhere could otherwise post in the user's name.
 * Forms of pages carry a token besides.
 */
final class CrossSiteRequestFilter extends OncePerRequestFilter {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final ProblemWriter problems;

    CrossSiteRequestFilter(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (READING.contains(request.getMethod()) || RequestOrigin.isOursOrUnknown(request)) {
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
