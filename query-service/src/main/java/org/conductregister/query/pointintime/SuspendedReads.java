package org.conductregister.query.pointintime;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.conductregister.web.load.SuspendedRequests;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/** Suspends reads whose views are behind, so that no thread waits with them. Others can wait in the way of any caller. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class SuspendedReads implements HandlerExceptionResolver {

    private final SuspendedRequests requests;

    SuspendedReads(SuspendedRequests requests) {
        this.requests = requests;
    }

    /** Returns an empty model, which says that the request is seen to; null for failures of other kinds. */
    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
        if (!(failure instanceof ReadSuspendedException wait)) {
            return null;
        }
        requests.suspend(request, response, wait.longest(), ready -> wait.head().whenReached(wait.condition(), ready));
        return new ModelAndView();
    }
}
