package org.conductregister.standalone.nodes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.BooleanSupplier;
import tools.jackson.databind.JsonNode;

/** Sends files, one line of each of which must be refused, and waits for each to be recorded. Used by one thread. */
final class Importer {

    private static final String IMPORTS = "/api/v1/imports";
    private static final int CASES = 150;
    private static final int BETWEEN_FILES_MILLIS = 1_000;

    private final Gateway commands;
    private final Told told;
    private final Random random;
    private final BooleanSupplier tryOn;

    Importer(Gateway commands, Told told, Random random, BooleanSupplier tryOn) {
        this.commands = commands;
        this.told = told;
        this.random = random;
        this.tryOn = tryOn;
    }

    void importFiles(BooleanSupplier goOn) throws InterruptedException {
        for (int n = 0; goOn.getAsBoolean(); n++) {
            var lines = new ArrayList<String>();
            var ids = new ArrayList<String>();
            for (int i = 0; i < CASES; i++) {
                var caseId = Entries.IMPORTED_CASE + "%d-%d".formatted(n, i);
                for (int of = 0; of < 2; of++) {
                    var id = Entries.newId(random);
                    ids.add(id);
                    lines.add(of == 0 ? Entries.opened(id, caseId) : Entries.note(id, caseId, Entries.IMPORTED));
                }
            }
            var refused = Entries.newId(random);
            lines.add(random.nextInt(lines.size()), Entries.note(refused, "NEVER", Entries.IMPORTED));
            var importId = recorded(String.join("\n", lines), ids.size());
            if (importId.isPresent() && hasRefused(importId.get(), refused)) {
                told.imported(ids);
                told.refused(List.of(refused));
            }
            Pace.keep(BETWEEN_FILES_MILLIS);
        }
    }

    /** Returns the import, once it has come to its end; empty where there is no time for that. */
    private Optional<String> recorded(String lines, int count) throws InterruptedException {
        var send = Call.post(IMPORTS, "application/x-ndjson", lines);
        Optional<String> importId = Optional.empty();
        while (tryOn.getAsBoolean()) {
            var call =
                    importId.map(id -> Call.get("handler", IMPORTS + "/" + id)).orElse(send);
            var answer = commands.call(call, random).filter(got -> !got.saysTryAgain());
            if (answer.isPresent() && answer.get().status() >= 300) {
                told.fault("%s: %s".formatted(call.path(), answer.get()));
            } else if (answer.isPresent() && importId.isEmpty()) {
                importId = Optional.of(answer.get().json().get("importId").stringValue());
            } else if (answer.isPresent() && isEnded(answer.get().json(), count)) {
                return importId;
            }
            Pace.keep(100);
        }
        return Optional.empty();
    }

    /** Whether the refused lines are told, whichever node is asked: the one that was to be refused. */
    private boolean hasRefused(String importId, String entryId) throws InterruptedException {
        var call = Call.get("handler", IMPORTS + "/" + importId + "/refusals");
        while (tryOn.getAsBoolean()) {
            var answer = commands.call(call, random).filter(got -> !got.saysTryAgain());
            if (answer.isPresent()) {
                boolean isToldAlone = answer.get().status() == 200
                        && answer.get().body().lines().count() == 1
                        && answer.get().body().contains(entryId);
                if (!isToldAlone) {
                    told.fault("%s, of which %s was to be refused: %s".formatted(call.path(), entryId, answer.get()));
                }
                return isToldAlone;
            }
            Pace.keep(100);
        }
        return false;
    }

    private boolean isEnded(JsonNode progress, int count) {
        var state = progress.get("state").stringValue();
        if (state.equals("QUEUED") || state.equals("RUNNING")) {
            return false;
        }
        long kept =
                progress.get("recorded").longValue() + progress.get("repeated").longValue();
        if (!state.equals("COMPLETED")
                || kept != count
                || progress.get("refused").longValue() != 1) {
            told.fault("an import of %d lines, and one to be refused, came to %s".formatted(count, progress));
        }
        return true;
    }
}
