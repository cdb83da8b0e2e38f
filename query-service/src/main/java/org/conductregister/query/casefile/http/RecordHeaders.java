package org.conductregister.query.casefile.http;

import org.conductregister.query.casefile.answers.CaseAnswer;
import org.conductregister.query.casefile.answers.OfficerAnswer;
import org.conductregister.query.casefile.answers.RecommendationAnswer;
import org.conductregister.query.casefile.answers.TimelineAnswer;
import org.conductregister.query.tabular.http.Tabular;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/**
 * Puts the version of a record into the {@code ETag} of its reads: how many entries it had, as known then. What logs entries
 * takes it as {@code If-Match}. It answers no {@code If-None-Match}: what is read of a record is told by others too.
 */
@RestControllerAdvice
class RecordHeaders implements ResponseBodyAdvice<Object> {

    @Override
    public boolean supports(MethodParameter returned, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter returned,
            MediaType chosen,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        long version = versionOf(body instanceof Tabular<?> tabular ? tabular.answer() : body);
        if (version >= 0) {
            response.getHeaders().setETag("\"" + version + "\"");
        }
        return body;
    }

    /** -1 for what is no record. */
    private static long versionOf(@Nullable Object body) {
        return switch (body) {
            case CaseAnswer answer -> answer.version();
            case OfficerAnswer answer -> answer.version();
            case RecommendationAnswer answer -> answer.version();
            case TimelineAnswer answer -> answer.version();
            case null, default -> -1;
        };
    }
}
