package org.conductregister.web;

import static java.util.Objects.requireNonNullElse;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.util.MimeType;
import org.springframework.web.HttpMediaTypeException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingRequestValueException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Puts what Spring refuses before a controller is reached into words: what was sent, and what could have been. */
public final class RequestProblems {

    private RequestProblems() {}

    public static Problem describe(Exception failure, HttpStatusCode status) {
        return switch (failure) {
            case HttpRequestMethodNotSupportedException e -> methodNotAllowed(e);
            case HttpMediaTypeNotSupportedException e ->
                Problem.of(
                        HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                        "UNSUPPORTED_MEDIA_TYPE",
                        "The content type %s is not read here; read is %s.".formatted(sent(e), supported(e)));
            case HttpMediaTypeNotAcceptableException e ->
                Problem.of(
                        HttpStatus.NOT_ACCEPTABLE,
                        "NOT_ACCEPTABLE",
                        "None of the types in Accept can be written here; written is %s.".formatted(supported(e)));
            case MissingServletRequestParameterException e ->
                Problem.of(
                        HttpStatus.BAD_REQUEST,
                        "PARAMETER_MISSING",
                        "The parameter %s is missing.".formatted(e.getParameterName()));
            case MissingRequestValueException e ->
                Problem.of(
                        HttpStatus.BAD_REQUEST,
                        "PARAMETER_MISSING",
                        requireNonNullElse(e.getBody().getDetail(), "A value that the request must have is missing."));
            case TypeMismatchException e -> invalidParameter(e);
            case HttpMessageNotReadableException e ->
                Problem.of(HttpStatus.BAD_REQUEST, "BODY_UNREADABLE", "The body cannot be read as what it says it is.");
            case NoResourceFoundException e -> CommonProblems.PATH_UNKNOWN;
            case NoHandlerFoundException e -> CommonProblems.PATH_UNKNOWN;
            default -> byStatus(status.value());
        };
    }

    /** For a refusal of which no more is known than its status. */
    public static Problem byStatus(int status) {
        HttpStatus known = HttpStatus.resolve(status);
        return switch (known) {
            case null -> Problem.of(HttpStatus.BAD_REQUEST, "REQUEST_INVALID", "The request cannot be understood.");
            case BAD_REQUEST -> Problem.of(known, "REQUEST_INVALID", "The request cannot be understood.");
            case UNAUTHORIZED -> CommonProblems.UNAUTHENTICATED;
            case FORBIDDEN -> CommonProblems.FORBIDDEN;
            case NOT_FOUND -> CommonProblems.PATH_UNKNOWN;
            default -> Problem.of(known, known.name(), known.getReasonPhrase() + ".");
        };
    }

    private static Problem methodNotAllowed(HttpRequestMethodNotSupportedException e) {
        return CommonProblems.methodNotAllowed(e.getMethod(), allowed(e));
    }

    /** Returns the methods that the {@code Allow} header names. */
    public static String allowed(HttpRequestMethodNotSupportedException e) {
        String[] possible = e.getSupportedMethods();
        return String.join(", ", CommonProblems.allowed(possible == null ? List.of() : List.of(possible)));
    }

    private static Problem invalidParameter(TypeMismatchException e) {
        String name =
                e instanceof MethodArgumentTypeMismatchException argument ? argument.getName() : e.getPropertyName();
        return Problem.of(
                HttpStatus.BAD_REQUEST,
                "PARAMETER_INVALID",
                "The parameter %s cannot be '%s': %s.".formatted(name, e.getValue(), expected(e.getRequiredType())));
    }

    private static String expected(@Nullable Class<?> type) {
        if (type == null) {
            return "it has another form";
        } else if (type == LocalDate.class) {
            return "it is a day, YYYY-MM-DD";
        } else if (type == Instant.class) {
            return "it is an instant in UTC, such as 2018-06-02T09:30:00Z";
        } else if (type.isEnum()) {
            return "it is one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(Object::toString)
                            .collect(Collectors.joining(", "));
        } else if (type == boolean.class || type == Boolean.class) {
            return "it is true or false";
        } else if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return "it is a whole number";
        }
        return "it has another form";
    }

    private static String sent(HttpMediaTypeNotSupportedException e) {
        MediaType sent = e.getContentType();
        return sent == null ? "that was sent" : sent.toString();
    }

    private static String supported(HttpMediaTypeException e) {
        return e.getSupportedMediaTypes().stream()
                .map(MimeType::toString)
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
