package org.conductregister.web.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.conductregister.web.CommonProblems;
import org.conductregister.web.PageRequest;
import org.conductregister.web.ProblemWriter;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses a form with a file where none is expected, over {@value #BYTES} bytes, or from a user who may not send one. It
 * comes before the check of the form's token, which is part of the body: reading it writes the whole body to disk.
 */
final class FileFormFilter extends OncePerRequestFilter {

    private static final String TAKEN_AT = "/imports";
    private static final long BYTES = 512L * 1024 * 1024;

    private final List<AccessRuleMatcher> rows;
    private final ProblemWriter problems;

    FileFormFilter(List<AccessRuleMatcher> rows, ProblemWriter problems) {
        this.rows = rows;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var type = request.getContentType();
        return type == null || !type.toLowerCase(Locale.ROOT).startsWith("multipart/") || PageRequest.isOfApi(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > BYTES) {
            problems.write(CommonProblems.bodyTooLarge(BYTES), request, response);
        } else if (!request.getRequestURI().equals(request.getContextPath() + TAKEN_AT) || !maySend(request)) {
            problems.write(CommonProblems.FORBIDDEN, request, response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private boolean maySend(HttpServletRequest request) {
        var who = SecurityContextHolder.getContext().getAuthentication();
        return who != null
                && rows.stream()
                        .filter(row -> row.matches(request))
                        .findFirst()
                        .map(row -> row.rule().roles().stream().anyMatch(role -> Visitor.has(who, role)))
                        .orElse(false);
    }
}
