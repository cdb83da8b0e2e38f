package org.conductregister.web.requests;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.conductregister.web.PageRequest;
import org.conductregister.web.Problem;
import org.conductregister.web.ProblemPage;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/** Where a controller of a page refuses or fails, the browser is shown a page and not the document. */
@RestControllerAdvice
class ProblemsAsPages implements ResponseBodyAdvice<Object> {

    private final ProblemPage page;

    ProblemsAsPages(ProblemPage page) {
        this.page = page;
    }

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
        if (!(body instanceof Problem problem)
                || !(request instanceof ServletServerHttpRequest asked)
                || !(response instanceof ServletServerHttpResponse answered)
                || !PageRequest.is(asked.getServletRequest())) {
            return body;
        }
        String secondsLeft = answered.getHeaders().getFirst(HttpHeaders.RETRY_AFTER);
        if (secondsLeft != null) {
            answered.getServletResponse().setHeader(HttpHeaders.RETRY_AFTER, secondsLeft);
        }
        try {
            page.show(problem, asked.getServletRequest(), answered.getServletResponse());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return null;
    }
}
