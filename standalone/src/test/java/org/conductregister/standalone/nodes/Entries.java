package org.conductregister.standalone.nodes;

import java.util.Random;
import java.util.UUID;

/** Entries as programs send them, of one case each. */
final class Entries {

    /** How the number of each imported case begins, and of no other. */
    static final String IMPORTED_CASE = "I-";

    /** The word that the note of each imported case has, and no other note. */
    static final String IMPORTED = "imported";

    private Entries() {}

    static String newId(Random random) {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    static String opened(String entryId, String caseId) {
        return """
                {"entryId": "%s", "type": "CaseOpened", "caseId": "%s", "occurredOn": "2020-01-06", "force": "KENT", "kind": "CONDUCT", "source": "POLICE"}""".formatted(entryId, caseId);
    }

    static String reported(String entryId, String caseId, String allegationId) {
        return """
                {"entryId": "%s", "type": "AllegationReported", "caseId": "%s", "occurredOn": "2020-01-07", "allegationId": "%s", "category": "CORRUPTION"}""".formatted(entryId, caseId, allegationId);
    }

    static String closed(String entryId, String caseId, String allegationId) {
        return """
                {"entryId": "%s", "type": "AllegationClosed", "caseId": "%s", "occurredOn": "2020-02-03", "allegationId": "%s"}""".formatted(entryId, caseId, allegationId);
    }

    static String note(String entryId, String caseId, String text) {
        return """
                {"entryId": "%s", "type": "NoteAdded", "caseId": "%s", "occurredOn": "2020-01-08", "text": "%s"}""".formatted(entryId, caseId, text);
    }

    static String retracted(String entryId, String caseId, String wrongEntry) {
        return """
                {"entryId": "%s", "type": "EntryRetracted", "caseId": "%s", "occurredOn": "2020-02-04", "retracts": "%s", "reason": "Not closed"}""".formatted(entryId, caseId, wrongEntry);
    }
}
