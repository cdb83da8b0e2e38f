package org.conductregister.web.requests;

import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.conductregister.web.CommonProblems;
import org.conductregister.web.LogProblems;
import org.conductregister.web.Problem;
import org.conductregister.web.ProblemException;
import org.conductregister.web.RequestProblems;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.util.DisconnectedClientHelper;

/** Turns what controllers throw, and what Spring refuses on their behalf, into problem documents. */
@RestControllerAdvice
class ProblemAnswers extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ProblemAnswers.class);

    @ExceptionHandler
    ResponseEntity<Object> refused(ProblemException refusal) {
        return refusal.problem().response();
    }

    @ExceptionHandler
    ResponseEntity<Object> forbidden(AccessDeniedException denial) {
        return CommonProblems.FORBIDDEN.response();
    }

    /** The firewall looks at names and values of parameters and headers only when they are asked for: control characters, say. */
    @ExceptionHandler
    ResponseEntity<Object> hardlyHttp(RequestRejectedException refusal) {
        return RequestProblems.byStatus(HttpStatus.BAD_REQUEST.value()).response();
    }

    /** Tomcat reads parameters when they are first asked for: one without a name, half a code of a character, too many. */
    @ExceptionHandler
    ResponseEntity<Object> unreadableParameters(InvalidParameterException failure) {
        return RequestProblems.byStatus(failure.getErrorCode()).response();
    }

    /** Parameters are looked for in a body of parts too, which may be no such body. */
    @ExceptionHandler
    ResponseEntity<Object> unreadableParts(MultipartException failure) {
        ProblemException refusal = refusalWithin(failure);
        return (refusal == null ? CommonProblems.PARTS_UNREADABLE : refusal.problem()).response();
    }

    /**
     * Answers an unexpected failure with an identifier alone, under which the program's log has the details.
     *
     * @throws Exception the failure itself where part of the answer is written: the connection is then cut, so that
     *     the caller cannot take that part for the whole
     */
    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> failed(Exception failure, ServletWebRequest request) throws Exception {
        if (DisconnectedClientHelper.isClientDisconnectedException(failure) && !isOfAStore(failure)) {
            log.debug("The caller left before the answer was written: {}", request, failure);
            return null;
        }
        boolean begun = request.getResponse() != null && request.getResponse().isCommitted();
        var ofLog = begun ? Optional.<ResponseEntity<Object>>empty() : LogProblems.behind(failure);
        if (ofLog.isPresent()) {
            log.warn("{} while answering {}", failure.getMessage(), request.getDescription(false));
            return ofLog.get();
        }
        UUID id = logged(failure, request);
        if (begun) {
            throw failure;
        }
        return CommonProblems.internal(id).response();
    }

    /** A connection to a store that is lost looks as the caller's does, which needs no answer; this one does. */
    private static boolean isOfAStore(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException || cause.getClass().getName().startsWith("com.mongodb.")) {
                return true;
            }
        }
        return false;
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception failure, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        ProblemException refusal = refusalWithin(failure);
        if (refusal != null) {
            return refusal.problem().response();
        }
        if (status.is5xxServerError() && status.value() != HttpStatus.SERVICE_UNAVAILABLE.value()) {
            UUID id = logged(failure, request);
            return CommonProblems.internal(id).response();
        }
        HttpHeaders answered = problemJson(headers);
        if (failure instanceof HttpRequestMethodNotSupportedException method) {
            answered.set(HttpHeaders.ALLOW, RequestProblems.allowed(method));
        }
        Problem problem = BodyMissing.describe(failure, request);
        if (problem == null) {
            problem = RequestProblems.describe(failure, status);
        }
        return super.handleExceptionInternal(
                failure, problem, answered, HttpStatusCode.valueOf(problem.status()), request);
    }

    private static UUID logged(Exception failure, WebRequest request) {
        UUID id = UUID.randomUUID();
        log.error("Failure {} while answering {}", id, request.getDescription(false), failure);
        return id;
    }

    private static HttpHeaders problemJson(HttpHeaders headers) {
        HttpHeaders answered = new HttpHeaders();
        answered.putAll(headers);
        answered.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        return answered;
    }

    /** A limit exceeded while the body was being read arrives wrapped in what its reader made of it. */
    private static @Nullable ProblemException refusalWithin(Exception failure) {
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException refusal) {
                return refusal;
            }
        }
        return null;
    }
}
