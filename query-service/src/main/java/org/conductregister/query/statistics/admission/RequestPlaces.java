package org.conductregister.query.statistics.admission;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.time.Duration;
import org.conductregister.web.load.ReadPlaces;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.HandlerInterceptor;

/** Holds a request's place among the large questions until it is answered. Outside of requests nothing is held. */
final class RequestPlaces implements HandlerInterceptor {

    private static final String PLACE = RequestPlaces.class.getName();

    private final Admission admission;

    RequestPlaces(Admission admission) {
        this.admission = admission;
    }

    /** Waits for a place, unless the request has one. */
    void enter() {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes) {
            var request = attributes.getRequest();
            if (request.getAttribute(PLACE) == null) {
                ReadPlaces.leave(request); // for those that are answered quickly
                var user = user(request);
                admission.enter(user, ReadPlaces.isHurried(request) ? Duration.ZERO : Admission.LONGEST_WAIT);
                request.setAttribute(PLACE, user);
            }
        }
    }

    private static String user(HttpServletRequest request) {
        @Nullable Principal who = request.getUserPrincipal();
        return who == null ? "" : who.getName();
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        if (request.getAttribute(PLACE) instanceof String user) {
            request.removeAttribute(PLACE);
            admission.leave(user);
        }
    }
}
