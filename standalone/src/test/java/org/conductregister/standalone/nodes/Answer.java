package org.conductregister.standalone.nodes;

import java.net.http.HttpResponse;
import java.util.Optional;
import org.conductregister.entries.FactJson;
import tools.jackson.databind.JsonNode;

/**
 * A node's answer.
 *
 * @param node its name
 */
record Answer(String node, int status, String body, Optional<String> etag) {

    static Answer of(Node node, HttpResponse<String> response) {
        return new Answer(
                node.name(),
                response.statusCode(),
                response.body(),
                response.headers().firstValue("ETag"));
    }

    JsonNode json() {
        return FactJson.mapper().readTree(body);
    }

    /** Whether the node could not serve the call; that a view is behind, where the machine is full, is no refusal. */
    boolean isRefusal() {
        return (status == 503 && !body.contains("VIEW_BEHIND")) || status == 500 || status == 502;
    }

    /** Whether the call may be sent again, and then be answered otherwise. */
    boolean saysTryAgain() {
        return status == 503 || (status == 409 && body.contains("CONCURRENT_CHANGE"));
    }
}
