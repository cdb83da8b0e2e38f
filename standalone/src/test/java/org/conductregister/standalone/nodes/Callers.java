package org.conductregister.standalone.nodes;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.conductregister.entries.FactJson;
import tools.jackson.databind.JsonNode;

/** People and programs that call whichever node they come to, and do as the API tells them where it does not answer. */
final class Callers {

    private static final String OPENED = """
            {"entryId": "%s", "type": "CaseOpened", "caseId": "%s", "occurredOn": "2020-01-06", "force": "KENT", "kind": "CONDUCT", "source": "POLICE"}""";
    private static final String NOTE = """
            {"entryId": "%s", "type": "NoteAdded", "caseId": "%s", "occurredOn": "2020-01-07", "text": "of %s"}""";
    private static final int CASES_OF_AN_IMPORT = 150;

    private final List<Node> commands;
    private final List<Node> queries;
    private final Told told;
    private final BooleanSupplier goOn;
    private final BooleanSupplier tryOn;

    /**
     * @param goOn whether to begin something new
     * @param tryOn whether to try again what has no answer yet
     */
    Callers(List<Node> commands, List<Node> queries, Told told, BooleanSupplier goOn, BooleanSupplier tryOn) {
        this.commands = commands;
        this.queries = queries;
        this.told = told;
        this.goOn = goOn;
        this.tryOn = tryOn;
    }

    /** Logs entries, one in ten of which must be refused, until it is time to stop. */
    void write(String name, Random random) throws InterruptedException {
        for (int n = 0; goOn.getAsBoolean(); n++) {
            var entryId = new UUID(random.nextLong(), random.nextLong()).toString();
            int kind = told.hasOpened() ? random.nextInt(20) : 0;
            if (kind < 9) {
                var caseId = name + "-" + n;
                long position = log(caseId, OPENED.formatted(entryId, caseId), entryId, true, random);
                if (position > 0) {
                    told.opened(caseId, position);
                }
            } else if (kind < 18) {
                var caseId = told.anyOpened(random);
                log(caseId, NOTE.formatted(entryId, caseId, name), entryId, true, random);
            } else if (kind < 19) {
                var caseId = told.anyOpened(random);
                log(caseId, OPENED.formatted(entryId, caseId), entryId, false, random);
            } else {
                log("NEVER", NOTE.formatted(entryId, "NEVER", name), entryId, false, random);
            }
        }
    }

    /** Returns the position, or 0 where the entry is refused or nobody has answered. */
    private long log(String caseId, String entry, String entryId, boolean allowed, Random random)
            throws InterruptedException {
        while (tryOn.getAsBoolean()) {
            var node = commands.get(random.nextInt(commands.size()));
            try {
                var answer =
                        node.call("POST", "handler", "/api/v1/cases/" + caseId + "/entries", "application/json", entry);
                if (answer.statusCode() == 201) {
                    long position = json(answer).get(0).get("position").longValue();
                    told.acknowledged(entryId, position);
                    if (!allowed) {
                        told.fault("recorded, though it must be refused: " + entry);
                    }
                    return position;
                }
                if (answer.statusCode() == 409 && !answer.body().contains("CONCURRENT_CHANGE")) {
                    told.refused(entryId);
                    if (allowed) {
                        told.fault("refused: %s: %s".formatted(entry, answer.body()));
                    }
                    return 0;
                }
                requirePassing(node, answer);
            } catch (IOException e) {
                told.notAnswered();
            }
            pace(20);
        }
        return 0;
    }

    private void requirePassing(Node node, HttpResponse<String> answer) {
        told.notAnswered();
        if (answer.statusCode() != 503 && answer.statusCode() != 409) {
            told.fault("%s answered %d %s".formatted(node.name(), answer.statusCode(), answer.body()));
        }
    }

    /** Sends files, and waits for each to be recorded. */
    void importFiles(Random random) throws InterruptedException {
        for (int n = 0; goOn.getAsBoolean(); n++) {
            var lines = new StringBuilder();
            var ids = new ArrayList<String>();
            for (int i = 0; i < CASES_OF_AN_IMPORT; i++) {
                for (var form : List.of(OPENED, NOTE)) {
                    var id = new UUID(random.nextLong(), random.nextLong()).toString();
                    ids.add(id);
                    lines.append(form.formatted(id, "I-%d-%d".formatted(n, i), "import")
                                    .strip())
                            .append('\n');
                }
            }
            if (isRecorded(lines.toString(), ids.size(), random)) {
                told.imported(ids);
            }
        }
    }

    private boolean isRecorded(String lines, int count, Random random) throws InterruptedException {
        String importId = null;
        while (tryOn.getAsBoolean()) {
            var node = commands.get(random.nextInt(commands.size()));
            try {
                if (importId == null) {
                    var sent = node.call("POST", "handler", "/api/v1/imports", "application/x-ndjson", lines);
                    if (sent.statusCode() == 202) {
                        importId = json(sent).get("importId").stringValue();
                    } else {
                        requirePassing(node, sent);
                    }
                } else {
                    var progress = node.get("handler", "/api/v1/imports/" + importId);
                    if (progress.statusCode() != 200) {
                        requirePassing(node, progress);
                    } else if (isEnded(json(progress), count)) {
                        return true;
                    }
                }
            } catch (IOException e) {
                told.notAnswered();
            }
            pace(100);
        }
        return false;
    }

    private boolean isEnded(JsonNode progress, int count) {
        return switch (progress.get("state").stringValue()) {
            case "QUEUED", "RUNNING" -> false;
            case "COMPLETED" -> {
                long kept = progress.get("recorded").longValue()
                        + progress.get("repeated").longValue();
                if (kept != count) {
                    told.fault("of %d lines: %s".formatted(count, progress));
                }
                yield true;
            }
            default -> {
                told.fault("an import came to " + progress);
                yield true;
            }
        };
    }

    /** Keeps a caller from taking a core for itself; nothing is waited for by it. */
    private static void pace(int millis) throws InterruptedException {
        Thread.sleep(millis);
    }

    /** Asks for counts and cases that must be there. */
    void read(Random random) throws InterruptedException {
        while (goOn.getAsBoolean()) {
            var node = queries.get(random.nextInt(queries.size()));
            long atLeast = random.nextBoolean() ? told.latest() : 0;
            try {
                if (random.nextInt(3) > 0) {
                    count(node, atLeast);
                } else if (told.hasOpened()) {
                    look(node, told.anyOpened(random));
                }
            } catch (IOException e) {
                told.notAnswered();
            }
            pace(20);
        }
    }

    private void count(Node node, long atLeast) throws IOException, InterruptedException {
        var answer = node.get("analyst", "/api/v1/statistics?unit=cases&atLeast=" + atLeast);
        if (answer.statusCode() != 200) {
            requirePassing(node, answer);
            return;
        }
        var count = json(answer);
        long position = count.get("position").longValue();
        if (position < atLeast) {
            told.fault("%s counted at %d, asked for %d".formatted(node.name(), position, atLeast));
        }
        told.counted(new Told.Count(node.name(), position, count.get("total").longValue()));
    }

    private void look(Node node, String caseId) throws IOException, InterruptedException {
        long openedAt = told.openedAt(caseId);
        var answer = node.get("handler", "/api/v1/cases/" + caseId + "?atLeast=" + openedAt);
        if (answer.statusCode() != 200) {
            requirePassing(node, answer);
        }
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return FactJson.mapper().readTree(answer.body());
    }
}
