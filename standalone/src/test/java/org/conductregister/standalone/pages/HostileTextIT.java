package org.conductregister.standalone.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import org.conductregister.entries.FactJson;
import org.conductregister.standalone.Api;
import org.conductregister.standalone.pages.browser.BrowserSession;
import org.conductregister.standalone.pages.browser.Journey;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Each text that an entry can hold tries to run, and every page that shows it shows what was typed. */
@Journey
class HostileTextIT {

    private static final String CASE = "HOSTILE-1";
    private static final String OFFICER = "HOSTILE-O-1";
    private static final String RECOMMENDATION = "HOSTILE-R-1";

    @Test
    void itIsShownAsItWasTypedAndNeverRun(BrowserSession stage) throws Exception {
        var noteId = log(stage.api());
        await().until(() -> everyViewHasCaughtUp(stage.api()));

        var auditor = stage.signIn("auditor");
        for (var path : List.of(
                "/cases/" + CASE,
                "/cases?q=hostile-1",
                "/officers/" + OFFICER,
                "/officers?q=hacked",
                "/recommendations/" + RECOMMENDATION,
                "/recommendations",
                "/worklist?list=QUIET",
                "/audit?record=case/" + CASE,
                "/audit?record=officer/" + OFFICER,
                "/audit/cases/" + CASE + "?step=2",
                "/audit/cases/" + CASE + "?step=9")) {
            auditor.open(path);
            // The log shows entries as the JSON that lies there
            var text = path.startsWith("/audit?") ? HostileText.TEXT.replace("\"", "\\\"") : HostileText.TEXT;
            assertThat(auditor.page().locator("main").textContent()).as(path).contains(text);
            HostileText.didNothing(auditor);
        }

        var handler = stage.signIn("handler");
        for (var path : List.of(
                "/cases/" + CASE + "/log",
                "/cases/" + CASE + "/log/AllegationClosed",
                "/cases/" + CASE + "/entries/" + noteId + "/redate",
                "/officers/" + OFFICER + "/log",
                "/recommendations/" + RECOMMENDATION + "/log",
                "/statistics/members?unit=allegations&asAt=2018-02-08&by.force=KENT")) {
            handler.open(path);
            assertThat(handler.heading()).as(path).isNotBlank();
            HostileText.didNothing(handler);
        }
    }

    private static boolean everyViewHasCaughtUp(Api api) throws Exception {
        for (var view : api.get("admin", "/api/v1/projections")) {
            if (view.get("lag").longValue() > 0) {
                return false;
            }
        }
        return true;
    }

    /** @return the entry that a note is, which is re-dated and retracted */
    private static String log(Api api) throws Exception {
        log(api, "officers/" + OFFICER, """
                [{"type": "OfficerRegistered", "occurredOn": "2015-01-05", "force": "KENT", "workforce": "POLICE_OFFICER",
                  "rank": TEXT, "name": TEXT, "note": TEXT},
                 {"type": "OfficerLeft", "occurredOn": "2019-01-05", "reason": TEXT, "note": TEXT}]""");
        log(api, "recommendations/" + RECOMMENDATION, """
                [{"type": "RecommendationIssued", "occurredOn": "2018-01-05", "issuedBy": TEXT, "theme": "CULTURE",
                  "addressedTo": ["KENT"], "responseDueOn": "2018-03-05", "note": TEXT},
                 {"type": "ForceResponded", "occurredOn": "2018-02-05", "force": "KENT", "accepted": true, "note": TEXT},
                 {"type": "ForceProgressGraded", "occurredOn": "2018-06-05", "force": "KENT", "grade": "STARTED",
                  "note": TEXT}]""");
        var logged = log(api, "cases/" + CASE, """
                [{"type": "CaseOpened", "occurredOn": "2018-02-01", "force": "KENT", "kind": "CONDUCT", "source": "POLICE",
                  "title": TEXT, "note": TEXT},
                 {"type": "AllegationReported", "occurredOn": "2018-02-01", "allegationId": "A1", "category": "STALKING",
                  "officerId": "HOSTILE-O-1", "summary": TEXT, "note": TEXT},
                 {"type": "CaseReferredToWatchdog", "occurredOn": "2018-02-02", "basis": "MANDATORY", "note": TEXT},
                 {"type": "ProceedingsListed", "occurredOn": "2018-02-03", "allegationId": "A1", "proceedings": "HEARING"},
                 {"type": "ProceedingsWithdrawn", "occurredOn": "2018-02-04", "allegationId": "A1", "reason": TEXT},
                 {"type": "OfficerCharged", "occurredOn": "2018-02-05", "allegationId": "A1", "offence": TEXT},
                 {"type": "CaseClosed", "occurredOn": "2018-02-06", "note": TEXT},
                 {"type": "CaseReopened", "occurredOn": "2018-02-07", "reason": TEXT},
                 {"type": "NoteAdded", "occurredOn": "2018-02-08", "text": TEXT}]""");
        var noteId = logged.get(logged.size() - 1).get("entryId").stringValue();
        log(api, "cases/" + CASE, """
                [{"type": "EntryRedated", "redates": "%1$s", "newOccurredOn": "2018-02-09", "reason": TEXT},
                 {"type": "EntryRetracted", "retracts": "%1$s", "reason": TEXT, "note": TEXT}]""".formatted(noteId));
        return noteId;
    }

    private static JsonNode log(Api api, String record, String entries) throws Exception {
        var text = FactJson.mapper().writeValueAsString(HostileText.TEXT);
        var answer = api.post("handler", "/api/v1/" + record + "/entries", entries.replace("TEXT", text));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return FactJson.mapper().readTree(answer.body());
    }
}
