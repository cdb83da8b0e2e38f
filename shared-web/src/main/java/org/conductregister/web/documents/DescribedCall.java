package org.conductregister.web.documents;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;

/** One call of the API, as it is being described. Changes the operation that it was made for. Not thread-safe. */
public final class DescribedCall {

    private final Operation operation;

    private DescribedCall(Operation operation) {
        this.operation = operation;
    }

    /**
     * The call at a path.
     *
     * @param path with the variables in braces, as the controller states it
     * @throws IllegalStateException when there is no such call, so that no description outlives what it describes
     */
    public static DescribedCall at(OpenAPI api, HttpMethod method, String path) {
        PathItem item = api.getPaths().get(path);
        Operation operation =
                item == null ? null : item.readOperationsMap().get(PathItem.HttpMethod.valueOf(method.name()));
        if (operation == null) {
            throw new IllegalStateException("No call is at %s %s, so it cannot be described".formatted(method, path));
        }
        return new DescribedCall(operation);
    }

    /** The call that an operation describes. */
    public static DescribedCall of(Operation operation) {
        return new DescribedCall(operation);
    }

    Operation operation() {
        return operation;
    }

    /** States the status of success, and what it means; its content stays as it was read off the controller. */
    public DescribedCall answers(HttpStatus status, String description) {
        ApiResponse success = success();
        operation.getResponses().values().remove(success);
        respond(status.value(), success.description(description));
        return this;
    }

    /** States what is in the body of the answer, where the controller's signature does not tell. */
    public DescribedCall content(String mediaType, Schema<?> schema) {
        success().setContent(new Content().addMediaType(mediaType, new MediaType().schema(schema)));
        return this;
    }

    /** States a header of the answer. */
    public DescribedCall header(String name, String description, Schema<?> schema) {
        success().addHeaderObject(name, new Header().description(description).schema(schema));
        return this;
    }

    /** States an {@code ETag} of the answer that later calls may send as {@code If-Match}. */
    public DescribedCall etag() {
        return header(
                "ETag",
                "The version of the record: the number of its entries, in quotes. Send it as If-Match to log only if"
                        + " nothing has been logged since.",
                new StringSchema().pattern("^\"[0-9]+\"$").example("\"7\""));
    }

    /** States the body of the request, required, one schema for each media type. */
    public DescribedCall body(String description, Map<String, Schema<?>> schemas) {
        Content content = new Content();
        schemas.forEach((mediaType, schema) -> content.addMediaType(mediaType, new MediaType().schema(schema)));
        operation.setRequestBody(
                new RequestBody().required(true).description(description).content(content));
        return this;
    }

    /** Describes a parameter that was read off the controller. */
    public DescribedCall parameter(String name, String description, Schema<?> schema) {
        Parameter parameter = operation.getParameters().stream()
                .filter(each -> each.getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "%s has no parameter %s".formatted(operation.getOperationId(), name)));
        parameter.description(description).schema(schema);
        return this;
    }

    /** Adds a refusal with stable codes to those that the call has already. */
    public DescribedCall refuses(HttpStatus status, Collection<String> codes) {
        Map<String, String> withoutWords = new LinkedHashMap<>();
        codes.forEach(code -> withoutWords.put(code, ""));
        return refuses(status, withoutWords);
    }

    /**
     * Adds a refusal with stable codes to those that the call has already.
     *
     * @param codes each with the sentence that says what it means; empty where the code says it
     */
    public DescribedCall refuses(HttpStatus status, Map<String, String> codes) {
        Map<String, String> all = new TreeMap<>(ProblemResponse.codesOf(response(status.value())));
        all.putAll(codes);
        respond(status.value(), ProblemResponse.of(status, all));
        return this;
    }

    private @Nullable ApiResponse response(int status) {
        return operation.getResponses().get(Integer.toString(status));
    }

    /** In order of the status, whatever the order in which they are stated. */
    private void respond(int status, ApiResponse response) {
        Map<String, ApiResponse> sorted = new TreeMap<>(operation.getResponses());
        sorted.put(Integer.toString(status), response);
        ApiResponses inOrder = new ApiResponses();
        inOrder.putAll(sorted);
        operation.setResponses(inOrder);
    }

    private ApiResponse success() {
        return operation.getResponses().entrySet().stream()
                .filter(response -> response.getKey().startsWith("2"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(operation.getOperationId() + " has no success"));
    }
}
