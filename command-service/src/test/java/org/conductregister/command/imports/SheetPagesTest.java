package org.conductregister.command.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.conductregister.command.Answer;
import org.conductregister.command.Caller;
import org.conductregister.command.RegisterTest;
import org.conductregister.command.imports.drafts.Drafts;
import org.conductregister.eventstore.EventLog;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A sheet from upload to recorded, through the forms that the pages have. */
@RegisterTest
class SheetPagesTest {

    private static final String SHEET = """
        Case no.,Received,Closed,Finding
        1,3/2/2019,4/5/2019,Proven
        2,5/2/2019,NA,
        3,6/2/2019,1/2/2019,Proven
        """;

    private final Caller handler;
    private final EventLog log;
    private final Drafts drafts;
    private final int port;

    SheetPagesTest(@Autowired EventLog log, @Autowired Drafts drafts, @LocalServerPort int port) {
        this.drafts = drafts;
        this.port = port;
        var anybody = new Caller(port, log);
        this.handler = anybody.as("handler").with("Accept", "text/html");
        this.log = log;
        anybody.as("admin").put("/api/v1/code-lists/findings", """
            [{"code": "SUSTAINED", "label": "Sustained"}]""").is(200);
    }

    private Answer post(String path, Map<String, String> fields) {
        var body = fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return handler.post(path, "application/x-www-form-urlencoded", BodyPublishers.ofString(body));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** As the form with the file does, which only a browser's session may send. */
    private String upload(String name, String content) {
        try {
            var draft =
                    drafts.keep(new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)), name, "handler");
            return handler.get("/imports/drafts/" + draft.id())
                    .is(302)
                    .location()
                    .map(SheetPagesTest::path)
                    .orElseThrow();
        } catch (IOException e) {
            throw new AssertionError("the file cannot be kept", e);
        }
    }

    private static String path(Answer answer) {
        return path(answer.location().orElseThrow());
    }

    private static String path(String location) {
        return location.replaceFirst("https?://[^/]+", "");
    }

    private static Map<String, String> mapping(String name) {
        var form = new LinkedHashMap<String, String>();
        form.put("force", "KENT");
        form.put("id-case", name + "-{Case no.}");
        form.put("name", name);
        form.put("fact-0-type", "CaseOpened");
        form.put("fact-0-occurredOn", "{Received}");
        form.put("fact-0-kind", "COMPLAINT");
        form.put("fact-0-source", "PUBLIC");
        form.put("fact-1-type", "AllegationReported");
        form.put("fact-1-allegationId", "{Case no.}");
        form.put("fact-1-occurredOn", "{Received}");
        form.put("fact-1-category", "OTHER");
        form.put("fact-2-type", "AllegationClosed");
        form.put("fact-2-when", "{Closed}");
        form.put("fact-2-allegationId", "{Case no.}");
        form.put("fact-2-occurredOn", "{Closed}");
        form.put("fact-2-finding", "{Finding}");
        return form;
    }

    private String ended(String importPage) {
        await().atMost(Duration.ofMinutes(2))
                .until(() -> !handler.get(importPage).text().contains("register-progress__bar"));
        return handler.get(importPage).is(200).text();
    }

    @Test
    void whatIsWorthALookIsSaidBeforeTheSheetIsRecorded() {
        var sheet = upload("bent.csv", SHEET.replace("2,5/2/2019", "1007.0,5/2/2019"));
        var form = mapping("bent");
        form.put("go", "start");

        assertThat(ended(path(post(sheet, form).is(302)))).contains("Worth a look", "1007.0");
    }

    @Test
    void aFileThatWillNotBeRecordedIsDropped() {
        var form = mapping("PAGE12");
        form.put("go", "start");
        form.replaceAll((field, value) -> value.replace("Case no.", "Dropped"));
        var page = path(post(upload("dropped.csv", SHEET.replace("Case no.", "Dropped")), form)
                .is(302));
        assertThat(ended(page)).contains("Answer, and check again", "The file takes 0.1 MB", "Drop this file");
        assertThat(handler.get("/imports").is(200).text()).contains("file kept: 0.1 MB");

        post(page + "/drop", Map.of()).is(302);

        assertThat(handler.get(page).is(200).text())
                .contains("The file is kept no longer", "send it again")
                .doesNotContain("Drop this file", "Answer, and check again", "Try again");
    }

    @Test
    void whatTheColumnsMeanIsChangedUnderTheNameThatItHas() {
        var form = mapping("PAGE9");
        form.put("go", "start");
        // A column of its own, so that no other test is offered what is kept here
        form.replaceAll((field, value) -> value.replace("Case no.", "Matter"));
        var checked = path(post(upload("named.csv", SHEET.replace("Case no.", "Matter")), form)
                .is(302));
        ended(checked);

        var changed = post(checked + "/mapping", Map.of()).is(302).location().orElseThrow();

        var page = handler.get(changed.substring(changed.indexOf("/imports")))
                .is(200)
                .text();
        assertThat(page).contains("value=\"PAGE9\"");
    }

    @Test
    void aColumnCalledTypeMakesNoFileOfEntries() {
        assertThat(upload("types.csv", "Case no.,Type,Received\n1,Rudeness,3/2/2019\n"))
                .endsWith("/sheet");
        assertThat(upload("types.csv", "Case no.,Event,Received\n1,,3/2/2019\n"))
                .endsWith("/sheet");
    }

    @Test
    void anImportIsLinkedForThoseWhoMayOpenIt() {
        var sent = new Caller(port, log)
                .as("handler")
                .post("/api/v1/imports", "application/x-ndjson", BodyPublishers.ofString("{}\n"))
                .is(202)
                .location()
                .orElseThrow();
        var page = path(sent).replaceFirst("/api/v1", "");

        assertThat(handler.get("/imports").is(200).text()).contains("href=\"" + page + "\"");
        assertThat(handler.as("admin").get("/imports").is(200).text())
                .contains("Sent by a program")
                .doesNotContain(page);
        handler.as("admin").get(page).is(403);
    }

    @Test
    void aSheetIsMappedAskedAboutCheckedRecordedAndUndone() {
        var draft = upload("kent.csv", SHEET);
        assertThat(handler.get(draft).is(200).text()).contains("What each row says", "{Case no.}");
        assertThat(post(draft, Map.of("go", "start", "force", "", "name", ""))
                        .is(200)
                        .text())
                .contains("There is a problem", "Add what a row says");
        var added = post(draft, Map.of("go", "add", "newFact", "CaseOpened", "force", "KENT"))
                .is(200)
                .text();
        assertThat(added).contains("1. Case opened", "Kind of case");

        var form = mapping("PAGE1");
        form.put("go", "look");
        var looked = post(draft, form).is(200).text();
        assertThat(looked).contains("The first rows, as the facts they become", "3 February 2019", "Column “Finding”");

        form.put("values-of-0", "Finding");
        form.put("value-0-0-of", "Proven");
        form.put("value-0-0", "SUSTAINED");
        form.put("go", "start");
        var page = path(post(draft, form).is(302));
        var asked = ended(page);
        assertThat(asked).contains("The sheet leaves something open", "“Received”", "NA");

        assertThat(post(page + "/answers", Map.of()).is(200).text()).contains("There is a problem");
        var answers = new LinkedHashMap<String, String>();
        var names = Pattern.compile("name=\"(question-[\\d-]+)\" value=\"([^\"]+)\"")
                .matcher(asked);
        while (names.find()) {
            if (names.group(2).equals("DMY") || names.group(2).equals("nothing")) {
                answers.put(names.group(1), names.group(2));
            }
        }
        post(page + "/answers", answers).is(302);
        var checked = ended(page);
        assertThat(checked).contains("Nothing is recorded yet", "1 row would be refused", "Record it", "Closed");
        assertThat(checked).doesNotContain("OCCURRED_BEFORE", "AllegationClosed");
        long before = log.lastPosition();

        post(page + "/record", Map.of()).is(302);
        var recorded = ended(page);
        assertThat(recorded).contains("1 row was refused", "Undo this import");
        assertThat(log.lastPosition()).isGreaterThan(before);
        assertThat(handler.get(page + "/refused.csv").is(200).text())
                .contains("Case no.,Received,Closed,Finding,refused because", "3,6/2/2019,1/2/2019,Proven,");

        var again = upload("corrected.csv", SHEET.replace("1/2/2019", "1/3/2019"));
        assertThat(handler.get(again).is(200).text()).contains("As in “PAGE1”");
        var second = path(post(again + "/fitting", Map.of("mapping", "PAGE1")).is(302));
        ended(second);
        post(second + "/record", Map.of()).is(302);
        assertThat(ended(second)).contains("Every row is recorded");

        assertThat(post(page + "/undo", Map.of("reason", "")).is(200).text()).contains("Enter why");
        assertThat(post(page + "/undo", Map.of("reason", "wrong")).is(200).text())
                .contains("Nothing was undone");
        post(second + "/undo", Map.of("reason", "wrong")).is(302);
        ended(second);
        post(page + "/undo", Map.of("reason", "wrong")).is(302);
        assertThat(ended(page)).contains("Undone");
    }

    @Test
    void aSheetAMonthLaterIsComparedAndAccepted() {
        var form = mapping("PAGE2");
        form.put("go", "start");
        form.put("values-of-0", "Finding");
        form.put("value-0-0-of", "Proven");
        form.put("value-0-0", "SUSTAINED");
        var sheet = SHEET.replace("/2/2019", "/02/2019")
                .replace("3/02/2019", "13/02/2019")
                .replace("NA", "")
                .replace("4/5/2019", "24/05/2019")
                .replace("1/02/2019,P", "21/02/2019,P");
        var first = path(post(upload("one.csv", sheet), form).is(302));
        ended(first);
        post(first + "/record", Map.of()).is(302);
        assertThat(ended(first)).contains("Every row is recorded");

        var next = upload("two.csv", sheet.replace("24/05/2019", "25/05/2019") + "4,26/02/2019,,\n");
        var second = path(post(next + "/fitting", Map.of("mapping", "PAGE2")).is(302));
        assertThat(ended(second)).contains("Compare with earlier");
        post(second + "/compare", Map.of()).is(302);
        var compared = ended(second);
        assertThat(compared).contains("What differs from earlier sheets", "24 May 2019 → 25 May 2019");
        assertThat(post(second + "/accept", Map.of("which", "chosen")).is(200).text())
                .contains("Select what is to be recorded");
        long before = log.lastPosition();
        post(second + "/accept", Map.of("which", "all")).is(302);
        ended(second);
        assertThat(log.lastPosition()).isEqualTo(before + 3);
    }
}
