package org.conductregister.web.requests;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.conductregister.web.CommonProblems;
import org.conductregister.web.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.util.MimeType;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;

/** A call that needs a body and was sent none, in words: Spring takes it for a body, or a type, that it cannot read. */
final class BodyMissing {

    private BodyMissing() {}

    /** Null where the failure is another. */
    static @Nullable Problem describe(Exception failure, WebRequest request) {
        if (failure instanceof HttpMediaTypeNotSupportedException e && nothingSent(request)) {
            return CommonProblems.bodyMissing(words(e.getSupportedMediaTypes()));
        }
        // What a body could not be read for is the failure's cause; without a body there is none
        if (failure instanceof HttpMessageNotReadableException && failure.getCause() == null) {
            return CommonProblems.bodyMissing(readBy(request));
        }
        return null;
    }

    private static boolean nothingSent(WebRequest request) {
        var length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null
                ? request.getHeader(HttpHeaders.TRANSFER_ENCODING) == null
                        && request.getHeader(HttpHeaders.CONTENT_TYPE) == null
                : length.equals("0");
    }

    private static String readBy(WebRequest request) {
        var handler =
                request.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
        var mapping = handler instanceof HandlerMethod method
                ? AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), RequestMapping.class)
                : null;
        return mapping == null || mapping.consumes().length == 0
                ? "JSON"
                : Arrays.stream(mapping.consumes()).sorted().collect(Collectors.joining(" or "));
    }

    private static String words(List<? extends MimeType> types) {
        return types.stream().map(MimeType::toString).distinct().sorted().collect(Collectors.joining(" or "));
    }
}
