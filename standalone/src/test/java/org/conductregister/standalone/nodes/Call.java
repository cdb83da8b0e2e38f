package org.conductregister.standalone.nodes;

import java.util.Optional;

/**
 * A call of a program.
 *
 * @param version the version of the record that it must have, as its {@code ETag} says it
 */
record Call(String method, String user, String path, String contentType, String body, Optional<String> version) {

    static Call get(String user, String path) {
        return new Call("GET", user, path, "application/json", "", Optional.empty());
    }

    static Call post(String path, String contentType, String body) {
        return new Call("POST", "handler", path, contentType, body, Optional.empty());
    }

    static Call log(String caseId, String entries) {
        return post("/api/v1/cases/" + caseId + "/entries", "application/json", entries);
    }

    Call ifMatch(String etag) {
        return new Call(method, user, path, contentType, body, Optional.of(etag));
    }
}
