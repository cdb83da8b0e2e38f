package org.conductregister.query.pointintime;

import org.conductregister.web.Problem;
import org.conductregister.web.Problem.Item;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Says in a problem document why a read was not answered. */
@RestControllerAdvice
class ReadProblems {

    @ExceptionHandler
    ResponseEntity<Object> invalid(InvalidParametersException e) {
        var items = e.faults().stream()
                .map(fault -> Item.ofParameter(fault.parameter(), fault.detail()))
                .toList();
        return Problem.of(HttpStatus.BAD_REQUEST, "PARAMETER_INVALID", e.getMessage(), items)
                .response();
    }

    @ExceptionHandler
    ResponseEntity<Object> behind(NotCaughtUpException e) {
        var problem = Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "VIEW_BEHIND", e.getMessage())
                .response();
        return ResponseEntity.status(problem.getStatusCode())
                .headers(problem.getHeaders())
                .header(HttpHeaders.RETRY_AFTER, String.valueOf(e.secondsLeft()))
                .body(problem.getBody());
    }
}
