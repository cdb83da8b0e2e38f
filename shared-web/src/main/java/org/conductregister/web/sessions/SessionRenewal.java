package org.conductregister.web.sessions;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.conductregister.web.RequestedPath;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps a session alive while somebody uses it: opens a page, sends a form. What a page asks for by itself does not, such as the
 * progress of an import; nor does the question how long the session lasts.
 */
public final class SessionRenewal extends OncePerRequestFilter {

    private final Sessions sessions;
    private final SessionContextRepository repository;

    SessionRenewal(Sessions sessions, SessionContextRepository repository) {
        this.sessions = sessions;
        this.repository = repository;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var path = RequestedPath.of(request);
        return !SessionCookie.isOn(request)
                || request.getHeader("HX-Request") != null
                || path.startsWith("/assets/")
                || path.startsWith("/webjars/")
                || path.equals("/favicon.ico")
                || path.equals("/sign-out")
                || path.equals(SessionPage.PATH);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        repository
                .of(request)
                .filter(session -> session.isOpen() && sessions.isToRenew(session))
                .flatMap(sessions::renewed)
                .ifPresent(cookie -> cookie.write(request, response));
        chain.doFilter(request, response);
    }
}
