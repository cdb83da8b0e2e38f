package org.conductregister.web.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.conductregister.web.CommonProblems;
import org.conductregister.web.FormWithFile;
import org.conductregister.web.PageRequest;
import org.conductregister.web.Problem;
import org.conductregister.web.ProblemWriter;
import org.conductregister.web.RequestedPath;
import org.conductregister.web.load.UploadPlaces;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses a form with a file where none is expected, over {@value #BYTES} bytes, or from whoever may not send one. It comes before
 * anything asks for a parameter, such as the token of the form, for that writes the whole body to disk, whatever the method.
 */
final class FileFormFilter extends OncePerRequestFilter {

    static final String TAKEN_AT = "/imports";
    private static final long BYTES = 512L * 1024 * 1024;

    private static final Set<String> READS = Set.of("GET", "HEAD");

    /** The answer of the API, none of whose calls takes parts. */
    private static final Problem NO_PARTS = Problem.of(
            HttpStatus.UNSUPPORTED_MEDIA_TYPE,
            "UNSUPPORTED_MEDIA_TYPE",
            "A body of parts is not read here; send the file itself as the body, with its own type.");

    private final List<AccessRuleMatcher> rows;
    private final ProblemWriter problems;
    private final UploadPlaces places;
    private final AuthenticationEntryPoint signIn;

    /** @param signIn answers whoever is not signed in */
    FileFormFilter(
            List<AccessRuleMatcher> rows,
            UploadPlaces places,
            ProblemWriter problems,
            AuthenticationEntryPoint signIn) {
        this.rows = rows;
        this.places = places;
        this.problems = problems;
        this.signIn = signIn;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !FormWithFile.isIn(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var who = SecurityContextHolder.getContext().getAuthentication();
        boolean saysWho = who != null || request.getHeader(HttpHeaders.AUTHORIZATION) != null;
        if (PageRequest.isOfApi(request) && saysWho) {
            boolean reads = READS.contains(request.getMethod());
            problems.write(reads ? CommonProblems.PARTS_UNREADABLE : NO_PARTS, request, response);
        } else if (who == null) {
            signIn.commence(request, response, new InsufficientAuthenticationException("Nobody sends a file"));
        } else if (!isTakenBy(who, request)) {
            problems.write(CommonProblems.FORBIDDEN, request, response);
        } else if (request.getContentLengthLong() > BYTES) {
            problems.write(CommonProblems.bodyTooLarge(BYTES), request, response);
        } else {
            send(who.getName(), request, response, chain);
        }
    }

    private boolean isTakenBy(Authentication who, HttpServletRequest request) {
        return HttpMethod.POST.matches(request.getMethod())
                && RequestedPath.of(request).equals(TAKEN_AT)
                && maySend(who, request);
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
