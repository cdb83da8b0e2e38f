package org.conductregister.web;

import java.nio.charset.CharacterCodingException;
import org.conductregister.entries.FactJson;
import org.springframework.http.HttpStatus;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads the JSON that a call was sent, all of it as strictly as entries are read. */
public final class JsonBody {

    private JsonBody() {}

    /**
     * Returns the body as JSON.
     *
     * @throws ProblemException {@code BODY_NOT_JSON}
     */
    public static JsonNode tree(byte[] body) {
        try {
            return FactJson.tree(body);
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
