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
import org.conductregister.web.load.UploadPlaces;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
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
    private final UploadPlaces places;

    FileFormFilter(List<AccessRuleMatcher> rows, UploadPlaces places, ProblemWriter problems) {
        this.rows = rows;
        this.places = places;
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
            return;
        }
        var who = SecurityContextHolder.getContext().getAuthentication();
        if (who != null
                && request.getRequestURI().equals(request.getContextPath() + TAKEN_AT)
                && maySend(who, request)) {
            send(who.getName(), request, response, chain);
        } else {
            problems.write(CommonProblems.FORBIDDEN, request, response);
        }
    }

    private void send(String user, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var refusal = places.enter(user);
        if (refusal.isPresent()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, UploadPlaces.SECONDS);
            problems.write(refusal.get(), request, response);
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            places.leave(user);
        }
    }

    private boolean maySend(Authentication who, HttpServletRequest request) {
        return rows.stream()
                .filter(row -> row.matches(request))
                .findFirst()
                .map(row -> row.rule().roles().stream().anyMatch(role -> Visitor.has(who, role)))
                .orElse(false);
    }
}
