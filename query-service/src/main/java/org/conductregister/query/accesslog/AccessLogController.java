package org.conductregister.query.accesslog;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.conductregister.entries.FactJson;
import org.conductregister.query.accesslog.SeenLooks.Seen;
import org.conductregister.query.pointintime.Parameters;
import org.conductregister.web.accesslog.AccessEntry.Action;
import org.conductregister.web.documents.ApiTags;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

@RestController
class AccessLogController {

    private static final JsonMapper JSON = FactJson.mapper();
    private static final String WITHHELD =
            JSON.writeValueAsString(JSON.createObjectNode().put("withheld", true));

    private final SeenLooks looks;

    AccessLogController(SeenLooks looks) {
        this.looks = looks;
    }

    /** Returns the access log, an entry a line, in the order in which it was kept. */
    @Operation(
            operationId = "readAccessLog",
            tags = ApiTags.LOG,
            summary = "Read who looked at what",
            description =
                    "Who opened, searched, listed, downloaded and exported what, was refused, signed in or failed to, a JSON"
                            + " object a line, in the order in which it was kept: at, user, action, record, shown (the records that a"
                            + " list or a search showed, 200 at the most), method, path, asked, status, address, correlationId and"
                            + " searched (the words that were searched for, until a record that they found is erased, and for 90"
                            + " days at the most), each where there is one. Of a case in which the reader is named as an officer:"
                            + " withheld, which is true.")
    @Parameter(
            name = "user",
            in = ParameterIn.QUERY,
            description = "The id of a user; all where it is left out.",
            schema = @Schema(type = "string"))
    @Parameter(
            name = "record",
            in = ParameterIn.QUERY,
            description =
                    "A case, officer or recommendation that was opened, listed or found: its number, or its kind and"
                            + " number as in case/LAN-2012-0007.",
            schema = @Schema(type = "string"))
    @Parameter(
            name = "action",
            in = ParameterIn.QUERY,
            description =
                    "What was done or attempted, such as REFUSED or SIGN_IN_FAILED; anything where it is left out.",
            schema = @Schema(implementation = Action.class))
    @Parameter(
            name = "from",
            in = ParameterIn.QUERY,
            description = "The first instant that is wanted, or the first day.",
            schema = @Schema(type = "string", example = "2018-06-02T09:30:00Z"))
    @Parameter(
            name = "to",
            in = ParameterIn.QUERY,
            description = "The last instant that is wanted, or the last day.",
            schema = @Schema(type = "string", example = "2018-06-09"))
    @GetMapping(
            path = "/api/v1/access-log",
            produces = {
                MediaType.APPLICATION_NDJSON_VALUE,
                MediaType.APPLICATION_PROBLEM_JSON_VALUE // generated clients may ask for that alone
            })
    void looks(Parameters parameters, HttpServletResponse response) throws IOException {
        var asked = AskedLooks.read(parameters);
        parameters.refuseUnknown();
        parameters.refuseFaults();
        response.setContentType(MediaType.APPLICATION_NDJSON_VALUE);
        // Not closed where reading fails: that would end the answer as if it were whole
        var writer = new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8));
        looks.forEach(asked, seen -> write(seen, writer));
        writer.flush();
    }

    private static void write(Seen seen, BufferedWriter writer) {
        try {
            writer.write(seen.entry() == null ? WITHHELD : JSON.writeValueAsString(seen.entry()));
            writer.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
