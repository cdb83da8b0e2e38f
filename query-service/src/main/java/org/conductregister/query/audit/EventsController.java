package org.conductregister.query.audit;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import org.conductregister.eventstore.EventLog;
import org.conductregister.eventstore.stored.StoredEvent;
import org.conductregister.query.pointintime.Parameters;
import org.conductregister.query.sight.WithheldCases;
import org.conductregister.web.documents.ApiTags;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class EventsController {

    private static final long MOST = 100_000;

    private final EventLog log;
    private final WithheldCases withheld;
    private final LogLines lines;

    EventsController(EventLog log, WithheldCases withheld, LogLines lines) {
        this.lines = lines;
        this.withheld = withheld;
        this.log = log;
    }

    /**
     * The log as it was recorded, an entry a line, from position {@code from} (1 where it is left out) and at most
     * {@code limit} entries (1,000 where it is left out).
     */
    @Operation(
            operationId = "readLog",
            tags = ApiTags.LOG,
            summary = "Read the log",
            description =
                    "The log as it was recorded, a JSON object a line, in order of position: position, entryId, type,"
                            + " the identifier of the record, occurredOn, recordedAt, recordedBy, correlationId and, as"
                            + " data, what the fact states. Of a case in which the reader is named as an officer:"
                            + " position and withheld, which is true.")
    @Parameter(
            name = "from",
            in = ParameterIn.QUERY,
            description = "The first position that is wanted; 1 where it is left out.",
            schema = @Schema(type = "integer", format = "int64", minimum = "1"))
    @Parameter(
            name = "limit",
            in = ParameterIn.QUERY,
            description = "The most entries that are wanted; 1,000 where it is left out.",
            schema = @Schema(type = "integer", format = "int32", minimum = "1", maximum = "100000"))
    @GetMapping(
            path = "/api/v1/events",
            produces = {
                MediaType.APPLICATION_NDJSON_VALUE,
                MediaType.APPLICATION_PROBLEM_JSON_VALUE // generated clients may ask for that alone
            })
    void events(Parameters parameters, HttpServletResponse response) throws IOException {
        long from = parameters.number("from", 1, 1, Long.MAX_VALUE);
        long limit = parameters.number("limit", 1_000, 1, MOST);
        parameters.refuseUnknown();
        parameters.refuseFaults();
        var hidden = withheld.fromReader();
        response.setContentType(MediaType.APPLICATION_NDJSON_VALUE);
        // Not closed where reading fails: that would end the answer as if it were whole
        var writer = new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8));
        try (var events = log.from(from, limit)) {
            for (var event : (Iterable<StoredEvent>) events::iterator) {
                boolean seen = !LogLines.isWithheld(event, hidden);
                writer.write(seen ? lines.line(event) : LogLines.withheld(event));
                writer.write('\n');
            }
        }
        writer.flush();
    }
}
