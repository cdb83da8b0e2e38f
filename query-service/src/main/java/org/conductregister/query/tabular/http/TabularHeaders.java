package org.conductregister.query.tabular.http;

import jakarta.servlet.DispatcherType;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/** The headers of tables in every format: the next page, and whether the answer may be cached, by its reader alone. */
@RestControllerAdvice
class TabularHeaders implements ResponseBodyAdvice<Object> {

    /** Not longer, for a newer version of the program may say more in the same answer. */
    private static final Duration CACHED = Duration.ofDays(1);

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
        if (body instanceof Tabular<?> tabular) {
            var headers = response.getHeaders();
            headers.add(HttpHeaders.VARY, "Accept, Authorization, Cookie");
            if (tabular.lasts() && !waited(request)) {
                headers.setCacheControl(CacheControl.maxAge(CACHED).cachePrivate());
            }
            var next = next(tabular, chosen, request);
            if (next != null) {
                headers.add(HttpHeaders.LINK, "<%s>; rel=\"next\"".formatted(next));
            }
        }
        return body;
    }

    /** The next page in the format of this one; null where there is none, as after a file of which no page was asked for: it has all. */
    private static @Nullable String next(Tabular<?> tabular, MediaType chosen, ServerHttpRequest request) {
        if (tabular.next() == null || !(request instanceof ServletServerHttpRequest servlet)) {
            return tabular.next();
        }
        var asked = servlet.getServletRequest();
        boolean isPage = asked.getParameter("page") != null || asked.getParameter("size") != null;
        if (!isPage && !chosen.isCompatibleWith(MediaType.APPLICATION_JSON)) {
            return null;
        }
        var format = asked.getParameter(RequestedFormat.PARAMETER);
        return format == null ? tabular.next() : tabular.next() + "&" + RequestedFormat.PARAMETER + "=" + format;
    }

    /** Whether it is a second pass: the first one has said that the answer is not to be cached, for it was none. */
    private static boolean waited(ServerHttpRequest request) {
        return request instanceof ServletServerHttpRequest servlet
                && servlet.getServletRequest().getDispatcherType() == DispatcherType.ASYNC;
    }
}
