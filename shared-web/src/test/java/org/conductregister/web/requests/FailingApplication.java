package org.conductregister.web.requests;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.EOFException;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.conductregister.web.Problem;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Controllers that refuse and fail in every way, at paths that the table of who may call what lets through. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(FailingApplication.Calls.class)
class FailingApplication {

    enum Colour {
        RED,
        GREEN
    }

    @RestController
    static class Calls {

        @GetMapping("/api/v1/cases/refused")
        String refused() {
            throw Problem.of(
                            HttpStatus.CONFLICT,
                            "TWO_THINGS_WRONG",
                            "Two things are wrong.",
                            List.of(
                                    Problem.Item.at("/0/occurredOn", "IN_THE_FUTURE", "2999-01-01 is yet to come."),
                                    Problem.Item.atLine(7, null, "Line 7 is empty.")))
                    .exception();
        }

        @GetMapping(path = "/api/v1/cases/refused-table", produces = "text/csv")
        String refusedTable() {
            return refused();
        }

        /** As the driver of PostgreSQL tells it, wrapped by the log. */
        @GetMapping("/api/v1/cases/store-lost")
        String storeLost() {
            throw new IllegalStateException("The log could not be read", new SQLException("lost", new EOFException()));
        }

        @GetMapping("/api/v1/cases/failed")
        String failed() {
            throw new IllegalStateException("the secret inside");
        }

        @GetMapping("/api/v1/cases/typed")
        String typed(
                @RequestParam LocalDate asAt,
                @RequestParam(required = false) Instant knownAt,
                @RequestParam(required = false) Colour colour,
                @RequestParam(defaultValue = "20") int size) {
            return "typed";
        }

        @GetMapping(path = "/api/v1/cases/json", produces = MediaType.APPLICATION_JSON_VALUE)
        Map<String, String> json() {
            return Map.of("a", "b");
        }

        @PostMapping(path = "/api/v1/cases/{id}/entries", consumes = MediaType.APPLICATION_JSON_VALUE)
        Map<String, Object> read(@PathVariable String id, @RequestBody Map<String, Object> body) {
            return body;
        }

        @GetMapping("/api/v1/events")
        ResponseEntity<StreamingResponseBody> breaksOff() {
            return ResponseEntity.ok().contentType(MediaType.APPLICATION_NDJSON).body(out -> {
                for (int line = 0; line < 10_000; line++) {
                    out.write("{\"position\":1}\n".getBytes(UTF_8));
                }
                out.flush();
                throw new IOException("the store is gone");
            });
        }
    }
}
