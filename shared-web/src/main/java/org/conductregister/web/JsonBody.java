package org.conductregister.web;

import java.nio.charset.CharacterCodingException;
import org.conductregister.entries.FactJson;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads the JSON body of a request, as strictly as entries are read. */
public final class JsonBody {

    private JsonBody() {}

    /**
     * Returns the body as JSON.
     *
     * @throws ProblemException {@code BODY_NOT_JSON}, or {@code BODY_MISSING} where there is nothing but blanks
     */
    public static JsonNode tree(byte[] body) {
        try {
            var tree = FactJson.tree(body);
            if (tree.isMissingNode()) {
                throw CommonProblems.bodyMissing(MediaType.APPLICATION_JSON_VALUE)
                        .exception();
            }
            return tree;
        } catch (CharacterCodingException e) {
            throw notJson("it is not UTF-8.");
        } catch (JacksonException e) {
            throw notJson(FactJson.fault(e));
        }
    }

    private static ProblemException notJson(String why) {
        return Problem.of(HttpStatus.BAD_REQUEST, "BODY_NOT_JSON", "The body is not JSON that can be read: " + why)
                .exception();
    }
}
