package org.conductregister.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * A refusal or failure as callers read it (RFC 9457). Programs decide by {@code code}, which never changes once
 * published; {@code detail} is a sentence for a person and may be reworded. Immutable.
 *
 * @param caseId the case that a refusal is because of, where it is another than the one asked for; else null
 * @param officerId the officer likewise
 * @param errors the parts of the request that are wrong; empty, and left out of the document, where no part is
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String code,
        @Nullable String caseId,
        @Nullable String officerId,
        List<Item> errors) {

    /** No page describes each problem, so the type is the RFC's own for "see the status", and the title its phrase. */
    private static final String NO_PAGE = "about:blank";

    public Problem {
        errors = List.copyOf(errors);
    }

    public static Problem of(HttpStatus status, String code, String detail) {
        return of(status, code, detail, List.of());
    }

    public static Problem of(HttpStatus status, String code, String detail, List<Item> errors) {
        return new Problem(NO_PAGE, status.getReasonPhrase(), status.value(), detail, code, null, null, errors);
    }

    /** Returns the same problem, because of another case. */
    public Problem becauseOfCase(String id) {
        return new Problem(type, title, status, detail, code, id, null, errors);
    }

    /** Returns the same problem, because of another officer. */
    public Problem becauseOfOfficer(String id) {
        return new Problem(type, title, status, detail, code, null, id, errors);
    }

    /** Returns the answer for a controller to return. It is a problem document, whatever the caller accepts. */
    public ResponseEntity<Object> response() {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(this);
    }

    /** Returns an exception that is answered with this problem, for use where nothing can be returned. */
    public ProblemException exception() {
        return new ProblemException(this);
    }

    /** A fault in one part of the request: at a JSON pointer into the body, in a line of the body, or in a parameter. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Item(
            @Nullable String pointer,
            @Nullable Long line,
            @Nullable String parameter,
            @Nullable String code,
            String detail) {

        public static Item at(String pointer, @Nullable String code, String detail) {
            return new Item(pointer, null, null, code, detail);
        }

        public static Item ofParameter(String parameter, String detail) {
            return new Item(null, null, parameter, null, detail);
        }

        public static Item atLine(long line, @Nullable String code, String detail) {
            return new Item(null, line, null, code, detail);
        }
    }
}
