package org.conductregister.web.requests;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.conductregister.web.CommonProblems;
import org.conductregister.web.RequestProblems;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers for what failed or was refused outside controllers: in filters and in the servlet container. */
@RestController
class UncaughtErrors implements ErrorController {

    private static final Logger log = LoggerFactory.getLogger(UncaughtErrors.class);

    @RequestMapping("/error")
    @Nullable
    ResponseEntity<Object> answer(HttpServletRequest request, HttpServletResponse response) {
        if (response.isCommitted()) {
            return null; // Tomcat has logged the failure and cuts the connection
        }
        // What the firewall refuses has not come as far as the filter that writes it
        response.setHeader("X-Content-Type-Options", "nosniff");
        int status = (int) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        if (status < 500) {
            return RequestProblems.byStatus(status).response();
        }
        UUID id = UUID.randomUUID();
        log.error(
                "Failure {} while answering {}",
                id,
                request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI),
                (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION));
        return CommonProblems.internal(id).response();
    }
}
