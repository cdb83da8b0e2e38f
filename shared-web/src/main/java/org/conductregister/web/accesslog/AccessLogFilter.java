package org.conductregister.web.accesslog;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.conductregister.platform.Provenance;
import org.conductregister.platform.people.Sights;
import org.conductregister.web.LogProblems;
import org.conductregister.web.ProblemWriter;
import org.conductregister.web.RequestedPath;
import org.conductregister.web.accesslog.AccessEntry.Action;
import org.conductregister.web.accesslog.Looks.Look;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Keeps of each answered request who looked at what. It stands within the filters of security, so that it knows who was signed
 * in, and around those that refuse. Where the log cannot be written and is required, nobody looks at anything until it can.
 */
public final class AccessLogFilter extends OncePerRequestFilter {

    static final String CORRELATION_ID = Provenance.CORRELATION_ID;

    private static final int RETRY_SECONDS = 5;

    /** A path that holds nothing but identifiers and words of the register. */
    private static final Pattern PLAIN_PATH = Pattern.compile("[A-Za-z0-9._~/-]{1,200}");

    /** The media types of tables and lines. */
    private static final Set<String> FILES = Set.of(
            "text/csv",
            "application/x-ndjson",
            "application/csvm+json",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "application/vnd.oasis.opendocument.spreadsheet");

    /** Answers to an attempt that was not let through, or that met what is not there for the person. */
    private static final Set<Integer> REFUSALS =
            Set.of(HttpStatus.FORBIDDEN.value(), HttpStatus.NOT_FOUND.value(), HttpStatus.CONFLICT.value());

    /** Answers to a form that show it again, with what is known of its record. */
    private static final Set<Integer> SHOWN_AGAIN = Set.of(
            HttpStatus.OK.value(),
            HttpStatus.BAD_REQUEST.value(),
            HttpStatus.PRECONDITION_FAILED.value(),
            HttpStatus.UNPROCESSABLE_CONTENT.value());

    private final AccessLog log;
    private final Clock clock;
    private final ProblemWriter problems;

    AccessLogFilter(AccessLog log, Clock clock, ProblemWriter problems) {
        this.log = log;
        this.clock = clock;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var path = RequestedPath.of(request);
        var look = Looks.of(request, path);
        if (look != null && log.refusesLooks()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(RETRY_SECONDS));
            problems.write(LogProblems.ACCESS_LOG_UNAVAILABLE, request, response);
            return;
        }
        var at = clock.instant();
        boolean answered = false;
        try {
            chain.doFilter(request, response);
            answered = true;
        } finally {
            if (!request.isAsyncStarted()) { // else it waits, and is answered by another pass
                keep(at, request, path, look, response, answered ? response.getStatus() : 500);
            }
        }
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    private void keep(
            Instant at,
            HttpServletRequest request,
            String path,
            @Nullable Look look,
            HttpServletResponse response,
            int status) {
        var who = signedIn();
        var action = who == null ? null : actionOf(request, path, look, response, status);
        if (who == null || action == null) {
            return;
        }
        boolean told = status < HttpStatus.BAD_REQUEST.value();
        var id = MDC.get(CORRELATION_ID);
        log.append(new AccessEntry(
                at,
                idOf(who),
                action,
                look == null ? Looks.recordIn(path) : look.record(),
                told ? AccessedRecords.shownBy(request) : List.of(),
                request.getMethod(),
                plain(path, request),
                told ? AskedParameters.of(request) : null,
                status,
                String.valueOf(request.getRemoteAddr()),
                id == null ? "" : id,
                told && look != null && look.action() == Action.SEARCHED ? searched(request) : null));
    }

    private static @Nullable SearchedWords searched(HttpServletRequest request) {
        var words = Looks.wordsOf(request);
        return words == null ? null : new SearchedWords(words, AccessedRecords.foundBy(request));
    }

    private static @Nullable Action actionOf(
            HttpServletRequest request, String path, @Nullable Look look, HttpServletResponse response, int status) {
        boolean refused = status == HttpStatus.FORBIDDEN.value()
                || (REFUSALS.contains(status) && (look != null || Looks.recordIn(path) != null));
        if (refused) {
            return Action.REFUSED;
        }
        if (status < HttpStatus.MULTIPLE_CHOICES.value() && isFile(response)) {
            return Action.DOWNLOADED;
        }
        if (look != null) {
            return look.action();
        }
        if (Looks.recordIn(path) != null && isPage(response, status)) {
            return Action.OPENED;
        }
        return status < HttpStatus.BAD_REQUEST.value()
                        && !AccessedRecords.shownBy(request).isEmpty()
                ? Action.LISTED
                : null;
    }

    private static boolean isPage(HttpServletResponse response, int status) {
        var type = response.getContentType();
        return type != null && type.startsWith(MediaType.TEXT_HTML_VALUE) && SHOWN_AGAIN.contains(status);
    }

    private static boolean isFile(HttpServletResponse response) {
        var type = response.getContentType();
        var bare = type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return FILES.contains(bare) || response.getHeader(HttpHeaders.CONTENT_DISPOSITION) != null;
    }

    /** The path; where somebody typed anything into it, the pattern that took it. */
    private static String plain(String path, HttpServletRequest request) {
        if (PLAIN_PATH.matcher(path).matches()) {
            return path;
        }
        var pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        return pattern == null ? "" : pattern.toString();
    }

    private static @Nullable Authentication signedIn() {
        var who = SecurityContextHolder.getContext().getAuthentication();
        return who == null || who instanceof AnonymousAuthenticationToken ? null : who;
    }

    private static String idOf(Authentication who) {
        var person = Sights.personOf(who.getPrincipal());
        return person == null ? who.getName() : person.id();
    }
}
