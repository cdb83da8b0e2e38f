package org.conductregister.web.kept;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import org.conductregister.web.PageRequest;
import org.conductregister.web.RequestedPath;
import org.conductregister.web.sessions.Session;
import org.conductregister.web.sessions.SessionContextRepository;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Has every form answered with a redirect (post, redirect, get). A page that a POST is answered with, such as the form
 * with its faults or the next step of a report, is kept, and the browser is sent to the same path with the page's key: going back
 * or loading again never asks to send anything again, and each step has an address of its own.
 *
 * <p>It is so for people who signed in with the form. An answer that tells to try again later, or that something failed, is left as
 * it is, for then sending again is right.
 */
public final class AnsweredPosts extends OncePerRequestFilter {

    private static final String KEY = "answer";

    private final SessionContextRepository sessions;
    private final KeptForUsers<Page> pages;

    AnsweredPosts(SessionContextRepository sessions, Clock clock) {
        this.sessions = sessions;
        this.pages = new KeptForUsers<>(clock);
    }

    private record Page(String path, int status, byte[] html) {

        @Override
        public String toString() {
            return "Page[%s, %d]".formatted(path, status);
        }
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        boolean post = HttpMethod.POST.matches(request.getMethod());
        boolean kept =
                HttpMethod.GET.matches(request.getMethod()) && keyIn(request).isPresent();
        return (!post && !kept) || !PageRequest.is(request) || request.getHeader("HX-Request") != null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var user = sessions.of(request)
                .filter(Session::isOpen)
                .map(session -> session.user().getUsername());
        if (user.isEmpty()) {
            chain.doFilter(request, response);
        } else if (HttpMethod.GET.matches(request.getMethod())) {
            show(user.get(), request, response);
        } else {
            answer(user.get(), request, response, chain);
        }
    }

    /** Without the page, for it was kept for an hour, what has the path is shown. */
    private void show(String user, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var page = keyIn(request)
                .flatMap(key -> pages.of(user, key))
                .filter(kept -> kept.path().equals(RequestedPath.asSent(request)));
        if (page.isEmpty()) {
            response.sendRedirect(request.getContextPath() + RequestedPath.asSent(request));
            return;
        }
        response.setStatus(page.get().status());
        response.setContentType(MediaType.TEXT_HTML_VALUE);
        response.setCharacterEncoding("UTF-8");
        response.getOutputStream().write(page.get().html());
    }

    private void answer(String user, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var answer = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, answer);
        if (isPage(answer)) {
            var path = RequestedPath.asSent(request);
            var html = answer.getContentAsByteArray();
            var key = pages.keep(user, new Page(path, answer.getStatus(), html), html.length);
            if (key.isPresent()) {
                answer.resetBuffer();
                response.setStatus(HttpStatus.SEE_OTHER.value());
                response.setHeader(HttpHeaders.LOCATION, request.getContextPath() + path + "?" + KEY + "=" + key.get());
                return;
            }
        }
        answer.copyBodyToResponse();
    }

    private static boolean isPage(ContentCachingResponseWrapper answer) {
        var type = answer.getContentType();
        int status = answer.getStatus();
        return !answer.isCommitted()
                && answer.getContentSize() > 0
                && type != null
                && type.startsWith(MediaType.TEXT_HTML_VALUE)
                && status < 500
                && status != HttpStatus.TOO_MANY_REQUESTS.value();
    }

    private static Optional<String> keyIn(HttpServletRequest request) {
        return KeptForms.parameter(request, KEY);
    }
}
