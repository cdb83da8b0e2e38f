package org.conductregister.query.analysts;

import org.conductregister.query.tabular.http.Tabular;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Answers analysts with tables of at most so many cells, and where counts are protected without the small ones. */
@RestControllerAdvice
class AnalystAnswers implements ResponseBodyAdvice<Object> {

    private static final String PUBLICATIONS = "/api/v1/publications";

    private final AnalystReader reader;
    private final AnalystProperties settings;
    private final JsonMapper json;

    AnalystAnswers(AnalystReader reader, AnalystProperties settings, JsonMapper json) {
        this.reader = reader;
        this.settings = settings;
        this.json = json;
    }

    @Override
    public boolean supports(MethodParameter method, Class<? extends HttpMessageConverter<?>> converter) {
        return method.getContainingClass().getName().startsWith("org.conductregister.query.");
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter method,
            MediaType type,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        var path = request.getURI().getPath();
        if (body == null || !reader.isLimited()) {
            return body;
        } else if (path.contains("/statistics")) {
            return body instanceof Tabular<?> tabular ? limited(tabular) : body;
        }
        return path.startsWith(PUBLICATIONS) && reader.isProtected()
                ? new SmallCounts(settings.threshold()).without(json.valueToTree(body))
                : body;
    }

    private Tabular<?> limited(Tabular<?> tabular) {
        JsonNode answer = json.valueToTree(tabular.answer());
        long cells = SmallCounts.cells(answer);
        if (cells > settings.cells()) {
            throw TableTooFine.ofCells(cells, settings.cells());
        }
        if (!reader.isProtected()) {
            return tabular;
        }
        var counts = new SmallCounts(settings.threshold());
        return new Tabular<>(
                counts.without(answer), () -> counts.without(tabular.table().get()), tabular.lasts(), tabular.next());
    }
}
