package org.conductregister.query.publications;

import io.swagger.v3.oas.annotations.Operation;
import java.net.URI;
import java.security.Principal;
import org.conductregister.query.pointintime.PageTimes;
import org.conductregister.query.publications.PublicationAnswers.PublicationAnswer;
import org.conductregister.query.publications.PublicationAnswers.PublicationsAnswer;
import org.conductregister.query.publications.Publications.Sent;
import org.conductregister.query.statistics.StatisticsEngine;
import org.conductregister.web.JsonBody;
import org.conductregister.web.documents.ApiTags;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Registers and lists published figures, for programs. */
@RestController
@RequestMapping(PublicationsController.PATH)
class PublicationsController {

    static final String PATH = "/api/v1/publications";

    private final Publications publications;
    private final StatisticsEngine engine;
    private final PageTimes times;

    PublicationsController(Publications publications, StatisticsEngine engine, PageTimes times) {
        this.publications = publications;
        this.engine = engine;
        this.times = times;
    }

    @Operation(
            operationId = "publishFigure",
            tags = ApiTags.STATISTICS,
            summary = "Register a published figure",
            description =
                    "Records that a table was published: its call without times, both times, the version of its definitions"
                            + " and the digest of the table as text/csv, which is made anew; a digest that is sent must be the"
                            + " same.")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<PublicationAnswer> publish(@RequestBody byte[] body, Principal by) {
        var json = JsonBody.tree(body);
        var sent = new Sent(
                text(json, "title"),
                text(json, "question"),
                text(json, "query"),
                text(json, "asAt"),
                text(json, "knownAt"),
                text(json, "digest"));
        var one = publications.register(sent, by.getName());
        return ResponseEntity.created(URI.create(PATH + "/" + one.publicationId()))
                .body(publications.one(one.publicationId(), times.now(0)));
    }

    private static @Nullable String text(JsonNode json, String name) {
        var value = json.get(name);
        return value == null || !value.isString() ? null : value.stringValue();
    }

    @Operation(
            operationId = "listPublications",
            tags = ApiTags.STATISTICS,
            summary = "All published figures",
            description =
                    "The latest first, withdrawn ones too: whether each can be reproduced, and what is known now that differs.")
    @GetMapping
    PublicationsAnswer all() {
        var asked = times.now(0);
        var all = publications.all(asked);
        var known = asked.of(engine.head());
        return new PublicationsAnswer(known.knownAt(), engine.head().now().position(), all);
    }

    @Operation(
            operationId = "getPublication",
            tags = ApiTags.STATISTICS,
            summary = "A published figure",
            description =
                    "Whether it can be reproduced, and what is known now that differs, with the entries that did it.")
    @GetMapping("/{publicationId}")
    PublicationAnswer one(@PathVariable String publicationId) {
        return publications.one(publicationId, times.now(0));
    }

    @Operation(
            operationId = "withdrawPublication",
            tags = ApiTags.STATISTICS,
            summary = "Withdraw a published figure",
            description = "Records that it was withdrawn, with a reason. It stays on the list.")
    @PostMapping("/{publicationId}/withdrawal")
    PublicationAnswer withdraw(@PathVariable String publicationId, @RequestBody byte[] body, Principal by) {
        publications.withdraw(publicationId, text(JsonBody.tree(body), "reason"), by.getName());
        return publications.one(publicationId, times.now(0));
    }
}
