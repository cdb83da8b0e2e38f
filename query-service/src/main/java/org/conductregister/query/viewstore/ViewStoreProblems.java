package org.conductregister.query.viewstore;

import org.conductregister.web.Problem;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers a read that comes upon damage as one of a view that is behind, which it is until it is rebuilt. */
@RestControllerAdvice
class ViewStoreProblems {

    private static final String SECONDS = "5";

    @ExceptionHandler
    ResponseEntity<Object> damaged(ViewsDamagedException e) {
        var problem = Problem.of(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "VIEW_BEHIND",
                        "The view is rebuilt from the log, as what was stored of it is damaged or was set back.")
                .response();
        return ResponseEntity.status(problem.getStatusCode())
                .headers(problem.getHeaders())
                .header(HttpHeaders.RETRY_AFTER, SECONDS)
                .body(problem.getBody());
    }
}
