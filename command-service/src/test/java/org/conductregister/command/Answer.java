package org.conductregister.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.conductregister.entries.FactJson;
import tools.jackson.databind.JsonNode;

/** An answer of the service. */
public record Answer(int status, String contentType, Optional<String> etag, Optional<String> location, String text) {

    static Answer of(HttpResponse<String> response) {
        var headers = response.headers();
        return new Answer(
                response.statusCode(),
                headers.firstValue("Content-Type").orElse(""),
                headers.firstValue("ETag"),
                headers.firstValue("Location"),
                response.body());
    }

    public JsonNode json() {
        return FactJson.mapper().readTree(text);
    }

    public Answer is(int expected) {
        assertThat(status).as(text).isEqualTo(expected);
        return this;
    }

    /**
     * A problem document, as the contract says.
     *
     * @param errors the pointer and the code of each, such as {@code "/force FIELD_MISSING"}, in any order
     */
    public Answer isProblem(int expected, String code, String... errors) {
        is(expected);
        assertThat(contentType).isEqualTo("application/problem+json");
        assertThat(json().get("status").intValue()).isEqualTo(expected);
        assertThat(json().get("code").stringValue()).as(text).isEqualTo(code);
        assertThat(json().get("title").stringValue()).isNotBlank();
        assertThat(json().get("detail").stringValue()).isNotBlank();
        assertThat(json().get("type").stringValue()).isNotBlank();
        assertThat(StreamSupport.stream(json().path("errors").spliterator(), false)
                        .map(error -> error.get("pointer").stringValue() + " "
                                + error.get("code").stringValue()))
                .containsExactlyInAnyOrder(errors);
        return this;
    }
}
