package org.conductregister.web.load;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.conductregister.web.ProblemWriter;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Gives a place to each file that a program sends, before any of it is read. Forms with a file have theirs from FileFormFilter. */
final class UploadsByPrograms implements HandlerInterceptor {

    static final String PATH = "/api/v1/imports";

    private static final String PLACE = UploadsByPrograms.class.getName();

    private final UploadPlaces places;
    private final ProblemWriter problems;

    UploadsByPrograms(UploadPlaces places, ProblemWriter problems) {
        this.places = places;
        this.problems = problems;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        var who = request.getUserPrincipal();
        if (who == null || !HttpMethod.POST.matches(request.getMethod())) {
            return true;
        }
        var refusal = places.enter(who.getName());
        if (refusal.isPresent()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, UploadPlaces.SECONDS);
            problems.write(refusal.get(), request, response);
            return false;
        }
        request.setAttribute(PLACE, who.getName());
        return true;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        if (request.getAttribute(PLACE) instanceof String user) {
            request.removeAttribute(PLACE);
            places.leave(user);
        }
    }
}
