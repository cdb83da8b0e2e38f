package org.conductregister.query.viewstore;

import com.mongodb.MongoException;
import org.conductregister.web.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/**
 * Answers a read that comes upon damage as one of a view that is behind, which it is until it is rebuilt; and so one to which the
 * store of the views does not answer.
 */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ViewStoreProblems {

    private static final Logger log = LoggerFactory.getLogger(ViewStoreProblems.class);

    private static final String SECONDS = "5";

    @ExceptionHandler
    ResponseEntity<Object> damaged(ViewsDamagedException e) {
        return behind("The view is rebuilt from the log, as what was stored of it is damaged or was set back.");
    }

    /** Also where Spring has wrapped it. */
    @ExceptionHandler
    ResponseEntity<Object> away(MongoException e) {
        log.warn("The store of the views does not answer: {}", e.getMessage());
        return behind("The store of the views does not answer at present.");
    }

    private static ResponseEntity<Object> behind(String detail) {
        var problem = Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "VIEW_BEHIND", detail)
                .response();
        return ResponseEntity.status(problem.getStatusCode())
                .headers(problem.getHeaders())
                .header(HttpHeaders.RETRY_AFTER, SECONDS)
                .body(problem.getBody());
    }
}
