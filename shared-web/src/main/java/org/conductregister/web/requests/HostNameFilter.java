package org.conductregister.web.requests;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import org.conductregister.web.Problem;
import org.conductregister.web.ProblemWriter;
import org.conductregister.web.RequestedPath;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses requests to names that the register is not known by. A page elsewhere whose name is made to lead here (DNS rebinding) would
 * else be a page of the register to the browser. Health and metrics are asked by address, and tell a page nothing.
 */
public final class HostNameFilter extends OncePerRequestFilter {

    /** The answer to a request that names another host. */
    public static final Problem HOST_UNKNOWN = Problem.of(
            HttpStatus.MISDIRECTED_REQUEST,
            "HOST_UNKNOWN",
            "The register is not known by this name; the setting register.hosts has the names that it is known by.");

    private final Set<String> names;
    private final ProblemWriter problems;

    /** @param names in lower case; empty where all are taken */
    HostNameFilter(Set<String> names, ProblemWriter problems) {
        this.names = names;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (names.isEmpty()
                || names.contains(request.getServerName().toLowerCase(Locale.ROOT))
                || RequestedPath.of(request).startsWith("/actuator/")) {
            chain.doFilter(request, response);
        } else {
            problems.write(HOST_UNKNOWN, request, response);
        }
    }
}
