package org.conductregister.command.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.conductregister.command.Answer;
import org.conductregister.command.Caller;
import tools.jackson.databind.JsonNode;

/** The API document of the service under {@code /v3/api-docs}. */
record ApiDocument(JsonNode json) {

    static ApiDocument read(Caller caller) {
        return new ApiDocument(caller.as("auditor").get("/v3/api-docs").is(200).json());
    }

    /** Every call, such as {@code POST /api/v1/imports}, with its description. */
    List<Map.Entry<String, JsonNode>> calls() {
        var calls = new ArrayList<Map.Entry<String, JsonNode>>();
        json.get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(call -> calls.add(Map.entry(
                                call.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(), call.getValue()))));
        return calls;
    }

    JsonNode call(String methodAndPath) {
        return calls().stream()
                .filter(call -> call.getKey().equals(methodAndPath))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> new AssertionError("not described: " + methodAndPath));
    }

    JsonNode schema(String name) {
        return json.at("/components/schemas/" + name);
    }

    /** Whether an answer is as its call is described: the status, the type of the content, and the code of a problem. */
    boolean describes(String methodAndPath, Answer answer) {
        var response = call(methodAndPath).path("responses").path(Integer.toString(answer.status()));
        var mediaType = answer.contentType().replaceFirst(";.*", "");
        boolean told = !response.path("content").path(mediaType).isMissingNode();
        if (answer.status() < 400) {
            return told;
        }
        var codes = response.path("x-codes").values().stream()
                .map(JsonNode::stringValue)
                .toList();
        return told && codes.contains(answer.json().get("code").stringValue());
    }
}
