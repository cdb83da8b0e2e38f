package org.conductregister.command.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import org.conductregister.command.Caller;
import org.conductregister.entries.FactJson;
import tools.jackson.databind.JsonNode;

/** Sends imports over HTTP, and waits for their end. */
final class Importer {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Caller caller;

    Importer(Caller caller) {
        this.caller = caller;
    }

    /** The outcome of an import. */
    record Imported(String importId, JsonNode progress, List<JsonNode> refusals) {

        String counts() {
            return "%s: %d read, %d recorded, %d repeated, %d refused"
                    .formatted(
                            progress.get("state").stringValue(),
                            progress.get("read").longValue(),
                            progress.get("recorded").longValue(),
                            progress.get("repeated").longValue(),
                            progress.get("refused").longValue());
        }

        /** With the rows that state nothing and those that sum up others. */
        String rowCounts() {
            return "%s, %d blank, %d totals"
                    .formatted(
                            counts(),
                            progress.get("blank").longValue(),
                            progress.get("totals").longValue());
        }

        /** The line, the column and the code of each. */
        List<String> refusedCells() {
            return refusals.stream()
                    .map(refusal -> "%s %s %s"
                            .formatted(
                                    refusal.get("line"),
                                    refusal.path("column").asString("-"),
                                    refusal.get("code").stringValue()))
                    .toList();
        }

        List<String> refusedLines() {
            return refusals.stream()
                    .map(refusal ->
                            refusal.get("line") + " " + refusal.get("code").stringValue())
                    .toList();
        }
    }

    /** The open questions of a sheet: the field of the mapping that answers, and the column. */
    List<String> questions(Imported imported) {
        return ofProfile(imported, "questions", "field");
    }

    /** The codes of warnings about a sheet, with their columns. */
    List<String> warnings(Imported imported) {
        return ofProfile(imported, "warnings", "code");
    }

    private List<String> ofProfile(Imported imported, String list, String what) {
        var profile = caller.get("/api/v1/imports/" + imported.importId() + "/profile")
                .is(200)
                .json();
        return profile.get(list)
                .valueStream()
                .map(each -> "%s %s"
                        .formatted(
                                each.get(what).stringValue(),
                                each.path("column").asString("-")))
                .toList();
    }

    /** Sends a sheet to be checked, recorded or compared. */
    Imported sheet(String mapping, String mode, String file) {
        return sheet(mapping, mode, "text/csv", BodyPublishers.ofString(file));
    }

    Imported sheet(String mapping, String mode, String contentType, BodyPublisher file) {
        var importId = caller.post("/api/v1/imports?mapping=%s&mode=%s".formatted(mapping, mode), contentType, file)
                .is(202)
                .json()
                .get("importId")
                .stringValue();
        return ended(importId);
    }

    Imported ndjson(String file) {
        return send("application/x-ndjson", BodyPublishers.ofString(file));
    }

    Imported csv(String file) {
        return send("text/csv", BodyPublishers.ofString(file));
    }

    Imported send(String contentType, BodyPublisher file) {
        return ended(begin(contentType, file));
    }

    /** Returns once it is accepted. */
    String begin(String contentType, BodyPublisher file) {
        return caller.post("/api/v1/imports", contentType, file)
                .is(202)
                .json()
                .get("importId")
                .stringValue();
    }

    JsonNode progress(String importId) {
        return caller.get("/api/v1/imports/" + importId).is(200).json();
    }

    boolean hasEnded(String importId) {
        var state = progress(importId).get("state").stringValue();
        return !state.equals("QUEUED") && !state.equals("RUNNING");
    }

    Imported ended(String importId) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(() -> hasEnded(importId));
        var refusals = caller.get("/api/v1/imports/" + importId + "/refusals").is(200);
        assertThat(refusals.contentType()).isEqualTo("application/x-ndjson");
        return new Imported(
                importId,
                progress(importId),
                refusals.text().lines().map(FactJson.mapper()::readTree).toList());
    }
}
