package org.conductregister.command.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.conductregister.command.Answer;
import org.conductregister.command.Caller;
import org.conductregister.command.RegisterTest;
import org.conductregister.eventstore.EventLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Tests what the pages for logging show, and to whom. */
@RegisterTest
class FormPagesTest {

    private static final String FORM = "application/x-www-form-urlencoded";

    private final Caller anybody;
    private final Caller program;
    private final EventLog log;

    FormPagesTest(@Autowired EventLog log, @LocalServerPort int port) {
        this.program = new Caller(port, log);
        this.anybody = program.with("Accept", "text/html");
        this.log = log;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/report",
                "/officers/new",
                "/recommendations/new",
                "/cases/C/log",
                "/cases/C/log/NoteAdded",
                "/officers/O/log/OfficerResigned",
                "/recommendations/R/log/ForceResponded",
                "/cases/C/entries/00000000-0000-0000-0000-000000000000/retract"
            })
    void onlyHandlersLog(String path) {
        for (var user : List.of("auditor", "analyst", "admin")) {
            var answer = anybody.as(user).get(path).is(403);
            assertThat(answer.text()).contains("You may not do that", user);
        }
        assertThat(anybody.get(path).is(302).location().orElseThrow()).contains("/sign-in");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/report", "/officers/new", "/recommendations/new", "/cases/C/log/NoteAdded"})
    void nothingIsRecordedOfWhatSomebodyElseSends(String path) {
        long before = log.lastPosition();
        for (var user : List.of("auditor", "analyst", "admin")) {
            anybody.as(user).post(path, FORM, BodyPublishers.ofString("text=x")).is(403);
        }
        assertThat(log.lastPosition()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/code-lists", "/code-lists/forces", "/code-lists/forces/KENT"})
    void onlyAdministratorsKeepTheCodeLists(String path) {
        for (var user : List.of("handler", "auditor", "analyst")) {
            anybody.as(user).get(path).is(403);
        }
        anybody.as("admin").get(path).is(200);
    }

    @Test
    void aCaseOffersWhatMayBeLoggedNowAndNothingElse() {
        var text = handler().get("/cases/" + reported() + "/log").is(200).text();
        var now = text.substring(text.indexOf("id=\"allowed\""), text.indexOf("It happened earlier"));

        assertThat(now)
                .contains("/log/NoteAdded\"", "/log/AllegationReported\"", "/log/CaseReferredToWatchdog\"")
                .doesNotContain("/log/CaseOpened\"", "/log/CaseReopened\"");
    }

    @Test
    void aFormAsksForWhatItsFactStatesAndOffersTheAllegationsOfTheCase() {
        var text = handler()
                .get("/cases/" + reported() + "/log/AllegationClosed")
                .is(200)
                .text();

        assertThat(text)
                .contains("A1: Stalking", "against nobody identified".substring(8), "Finding", "The day it happened")
                .contains("name=\"entryId\"", "name=\"occurredOn-day\"", "Not upheld");
    }

    @Test
    void aLabelThatIsChangedIsReadInTheFormsAtOnce() {
        var category = "FORM_" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        relabel(category, "Called so at first");
        var caseId = reported(category);
        var form = "/cases/" + caseId + "/log/AllegationClosed";
        assertThat(handler().get(form).is(200).text()).contains("A1: Called so at first");

        relabel(category, "Called otherwise since");

        assertThat(handler().get(form).is(200).text())
                .contains("A1: Called otherwise since")
                .doesNotContain("Called so at first");
        assertThat(handler().get("/cases/" + caseId + "/log/AllegationReported").text())
                .contains(">Called otherwise since</");
    }

    @Test
    void whatIsMissingIsToldInASummaryAndAtEachField() {
        var answer = handler()
                .post(
                        "/recommendations/new",
                        FORM,
                        BodyPublishers.ofString("recommendationId=PAGE-R&entryId=" + UUID.randomUUID()))
                .is(400);

        assertThat(answer.text())
                .contains("<title>Error: ", "There is a problem")
                .contains("href=\"#theme\"", "id=\"theme-error\"", "aria-describedby=\"theme-error\"");
    }

    @Test
    void thereIsNoFormForWhatIsNoFactOrNoRecord() {
        handler().get("/cases/" + reported() + "/log/OfficerResigned").is(404);
        handler().get("/cases/" + reported() + "/log/Nonsense").is(404);
        handler().get("/cases/no%20id/log").is(404);
    }

    private Caller handler() {
        return anybody.as("handler");
    }

    private String reported() {
        return reported("STALKING");
    }

    private String reported(String category) {
        var caseId = "PAGE-" + UUID.randomUUID().toString().substring(0, 8);
        program.as("handler").log(caseId, """
                [{"type": "CaseOpened", "occurredOn": "2020-03-02", "force": "LANCASHIRE", "kind": "CONDUCT", "source": "POLICE"},
                 {"type": "AllegationReported", "occurredOn": "2020-03-02", "allegationId": "A1", "category": "%s"}]""".formatted(category)).is(201);
        return caseId;
    }

    private Answer relabel(String category, String label) {
        return program.as("admin")
                .put(
                        "/api/v1/code-lists/categories",
                        "[{\"code\": \"%s\", \"label\": \"%s\"}]".formatted(category, label))
                .is(200);
    }
}
