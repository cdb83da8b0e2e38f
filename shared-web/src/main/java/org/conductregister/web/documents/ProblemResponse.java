package org.conductregister.web.documents;

import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * A refusal as the API document has it: the problem's schema, and its codes in words and, for programs, under
 * {@value #CODES}. Codes are no enum of the schema, so that a client generated today still reads a code of tomorrow.
 */
final class ProblemResponse {

    static final String CODES = "x-codes";
    private static final String SENTENCES = "x-code-sentences";

    private ProblemResponse() {}

    /** @param codes each with its sentence, empty where it has none; in the order to be shown */
    static ApiResponse of(HttpStatus status, Map<String, String> codes) {
        ApiResponse response = new ApiResponse()
                .description(description(status, codes))
                .content(new Content()
                        .addMediaType(
                                org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                                new MediaType().schema(new Schema<>().$ref(ProblemSchemas.PROBLEM))));
        response.addExtension(CODES, List.copyOf(codes.keySet()));
        Map<String, String> sentences = new LinkedHashMap<>(codes);
        sentences.values().removeIf(String::isEmpty);
        if (!sentences.isEmpty()) {
            response.addExtension(SENTENCES, sentences);
        }
        if (status == HttpStatus.SERVICE_UNAVAILABLE || status == HttpStatus.INSUFFICIENT_STORAGE) {
            response.addHeaderObject(
                    HttpHeaders.RETRY_AFTER,
                    new Header()
                            .description("After how many seconds to ask again.")
                            .schema(new IntegerSchema()));
        }
        return response;
    }

    /** The codes that a response states so far, each with its sentence; none of a response that is not there. */
    static Map<String, String> codesOf(@Nullable ApiResponse response) {
        Map<String, String> codes = new LinkedHashMap<>();
        if (response != null && response.getExtensions() != null) {
            List<?> names = (List<?>) response.getExtensions().getOrDefault(CODES, List.of());
            Map<?, ?> sentences = (Map<?, ?>) response.getExtensions().getOrDefault(SENTENCES, Map.of());
            names.forEach(name -> codes.put(
                    name.toString(),
                    sentences.containsKey(name) ? sentences.get(name).toString() : ""));
        }
        return codes;
    }

    private static String description(HttpStatus status, Map<String, String> codes) {
        String list = codes.entrySet().stream()
                .map(code ->
                        "- `%s`%s".formatted(code.getKey(), code.getValue().isEmpty() ? "" : ": " + code.getValue()))
                .collect(Collectors.joining("\n"));
        return "%s. The problem's code is one of:\n\n%s".formatted(status.getReasonPhrase(), list);
    }
}
