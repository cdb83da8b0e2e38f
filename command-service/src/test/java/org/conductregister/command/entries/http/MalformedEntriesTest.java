package org.conductregister.command.entries.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.conductregister.command.Caller;
import org.conductregister.command.RegisterTest;
import org.conductregister.eventstore.EventLog;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Tests that an entry that cannot be read is refused with every fault named, and nothing of it recorded. */
@RegisterTest
class MalformedEntriesTest {

    private static final String OPENED = """
            {"type": "CaseOpened", "occurredOn": "2020-01-06", "force": "LANCASHIRE", "kind": "CONDUCT", "source": "POLICE"}""";

    private final Caller handler;

    MalformedEntriesTest(@Autowired EventLog log, @LocalServerPort int port) {
        this.handler = new Caller(port, log).as("handler");
    }

    record Malformed(String what, String entry, String code, String... errors) {
        @Override
        public String toString() {
            return what;
        }
    }

    static Stream<Malformed> malformed() {
        return Stream.of(
                new Malformed("no type", "{}", "FIELD_MISSING", "/type FIELD_MISSING"),
                new Malformed("a type that is none", "{'type': 7}", "FIELD_INVALID", "/type FIELD_INVALID"),
                new Malformed("an unknown type", "{'type': 'CaseForgotten'}", "TYPE_UNKNOWN", "/type TYPE_UNKNOWN"),
                new Malformed("a type in lower case", "{'type': 'caseclosed'}", "TYPE_UNKNOWN", "/type TYPE_UNKNOWN"),
                new Malformed("an unknown field", closing("'colour': 'red'"), "FIELD_UNKNOWN", "/colour FIELD_UNKNOWN"),
                new Malformed(
                        "a field of another type",
                        closing("'finding': 'SUSTAINED'"),
                        "FIELD_UNKNOWN",
                        "/finding FIELD_UNKNOWN"),
                new Malformed(
                        "a missing field", "{'type': 'CaseClosed'}", "FIELD_MISSING", "/occurredOn FIELD_MISSING"),
                new Malformed(
                        "a field that is null",
                        "{'type': 'CaseClosed', 'occurredOn': null}",
                        "FIELD_MISSING",
                        "/occurredOn FIELD_MISSING"),
                new Malformed("no calendar day", day("'2021-02-29'"), "FIELD_INVALID", "/occurredOn FIELD_INVALID"),
                new Malformed(
                        "a day the wrong way round", day("'29-02-2020'"), "FIELD_INVALID", "/occurredOn FIELD_INVALID"),
                new Malformed(
                        "an instant for a day",
                        day("'2020-02-29T00:00:00Z'"),
                        "FIELD_INVALID",
                        "/occurredOn FIELD_INVALID"),
                new Malformed(
                        "a day long before police", day("'0001-01-01'"), "FIELD_INVALID", "/occurredOn FIELD_INVALID"),
                new Malformed(
                        "a day of a far year", day("'+999999999-12-31'"), "FIELD_INVALID", "/occurredOn FIELD_INVALID"),
                new Malformed("a day as a number", day("20200229"), "FIELD_INVALID", "/occurredOn FIELD_INVALID"),
                new Malformed("an object for a string", closing("'note': {}"), "FIELD_INVALID", "/note FIELD_INVALID"),
                new Malformed("a blank note", closing("'note': ' '"), "FIELD_INVALID", "/note FIELD_INVALID"),
                new Malformed(
                        "a note too long",
                        closing("'note': '" + "x".repeat(10_001) + "'"),
                        "FIELD_INVALID",
                        "/note FIELD_INVALID"),
                new Malformed("a NUL in text", closing("'note': 'a\\u0000b'"), "FIELD_INVALID", "/note FIELD_INVALID"),
                new Malformed(
                        "half a character in text",
                        closing("'note': 'a\\ud83d'"),
                        "FIELD_INVALID",
                        "/note FIELD_INVALID"),
                new Malformed(
                        "half a character in a field's name",
                        closing("'\\udc00': 1"),
                        "FIELD_UNKNOWN",
                        "/? FIELD_UNKNOWN"),
                new Malformed(
                        "a field's name with a slash",
                        closing("'a/b~c': 1"),
                        "FIELD_UNKNOWN",
                        "/a~1b~0c FIELD_UNKNOWN"),
                new Malformed(
                        "an entryId that is none",
                        closing("'entryId': '17'"),
                        "FIELD_INVALID",
                        "/entryId FIELD_INVALID"),
                new Malformed(
                        "an entryId with its hyphens misplaced",
                        closing("'entryId': '0f8fad5bd-9cb-469f-a165-70867728950e'"),
                        "FIELD_INVALID",
                        "/entryId FIELD_INVALID"),
                new Malformed(
                        "a code on no list", opening("'force': 'ATLANTIS'"), "CODE_UNKNOWN", "/force CODE_UNKNOWN"),
                new Malformed("a code misspelt", opening("'force': 'Kent'"), "FIELD_INVALID", "/force FIELD_INVALID"),
                new Malformed(
                        "a word that is none of the choices",
                        opening("'force': 'KENT', 'regime': '1999'"),
                        "FIELD_INVALID",
                        "/regime FIELD_INVALID"),
                new Malformed(
                        "tags that are no array",
                        opening("'force': 'KENT', 'tags': 'VAWG'"),
                        "FIELD_INVALID",
                        "/tags FIELD_INVALID"),
                new Malformed(
                        "a tag that is no string",
                        opening("'force': 'KENT', 'tags': ['VAWG', 7]"),
                        "FIELD_INVALID",
                        "/tags FIELD_INVALID"),
                new Malformed("months in a fraction", sentence("1.5"), "FIELD_INVALID", "/months FIELD_INVALID"),
                new Malformed("months as a string", sentence("'18'"), "FIELD_INVALID", "/months FIELD_INVALID"),
                new Malformed("months beyond a life", sentence("1201"), "FIELD_INVALID", "/months FIELD_INVALID"),
                new Malformed("months below none", sentence("-1"), "FIELD_INVALID", "/months FIELD_INVALID"),
                new Malformed("a huge number", sentence("9".repeat(900)), "FIELD_INVALID", "/months FIELD_INVALID"),
                new Malformed(
                        "a number of a huge power", sentence("1e400000"), "FIELD_INVALID", "/months FIELD_INVALID"),
                new Malformed(
                        "an allegation's number that is none",
                        "{'type': 'NoFurtherActionTaken', 'occurredOn': '2020-01-06', 'allegationId': 'A 1'}",
                        "FIELD_INVALID",
                        "/allegationId FIELD_INVALID"),
                new Malformed(
                        "the record of another case",
                        closing("'caseId': 'BAD-2'"),
                        "RECORD_MISMATCH",
                        "/caseId RECORD_MISMATCH"),
                new Malformed(
                        "a fact of another kind of record",
                        "{'type': 'OfficerResigned', 'occurredOn': '2020-01-06'}",
                        "RECORD_MISMATCH",
                        "/type RECORD_MISMATCH"),
                new Malformed(
                        "a correction of two records",
                        "{'type': 'EntryRetracted', 'caseId': 'BAD-1', 'officerId': 'O', 'reason': 'typo',"
                                + " 'retracts': '0f8fad5b-d9cb-469f-a165-70867728950e'}",
                        "RECORD_MISMATCH",
                        "/officerId RECORD_MISMATCH"),
                new Malformed(
                        "several faults",
                        "{'type': 'CaseOpened', 'occurredOn': 'today', 'force': 'ATLANTIS', 'kind': 'RUMOUR', 'x': 1}",
                        "ENTRY_INVALID",
                        "/occurredOn FIELD_INVALID",
                        "/force CODE_UNKNOWN",
                        "/kind FIELD_INVALID",
                        "/source FIELD_MISSING",
                        "/x FIELD_UNKNOWN"),
                new Malformed("a string for an entry", "'CaseClosed'", "ENTRY_INVALID", " ENTRY_INVALID"),
                new Malformed("null for an entry", "null", "ENTRY_INVALID", " ENTRY_INVALID"),
                new Malformed("nothing at all", "", "BODY_MISSING"),
                new Malformed("nothing but blanks", "  ", "BODY_MISSING"),
                new Malformed(
                        "an appeal that varies an outcome and states none",
                        "{'type': 'AppealDecided', 'occurredOn': '2020-01-06', 'allegationId': 'A1', 'result':"
                                + " 'OUTCOME_VARIED'}",
                        "FIELD_MISSING",
                        "/outcome FIELD_MISSING"),
                new Malformed(
                        "an appeal that is upheld and states an outcome",
                        "{'type': 'AppealDecided', 'occurredOn': '2020-01-06', 'allegationId': 'A1', 'result':"
                                + " 'UPHELD', 'outcome': 'WRITTEN_WARNING'}",
                        "FIELD_INVALID",
                        "/outcome FIELD_INVALID"),
                new Malformed(
                        "months of a fine",
                        "{'type': 'SentencePassed', 'occurredOn': '2020-01-06', 'allegationId': 'A1', 'sentence':"
                                + " 'FINE', 'months': 6}",
                        "FIELD_INVALID",
                        "/months FIELD_INVALID"),
                new Malformed("no entries at all", "[]", "ENTRY_INVALID"));
    }

    private static String closing(String field) {
        return "{'type': 'CaseClosed', 'occurredOn': '2020-01-06', %s}".formatted(field);
    }

    private static String opening(String fields) {
        return "{'type': 'CaseOpened', 'occurredOn': '2020-01-06', 'kind': 'CONDUCT', 'source': 'POLICE', %s}"
                .formatted(fields);
    }

    private static String day(String day) {
        return "{'type': 'CaseClosed', 'occurredOn': %s}".formatted(day);
    }

    private static String sentence(String months) {
        return "{'type': 'SentencePassed', 'occurredOn': '2020-01-06', 'allegationId': 'A1', 'sentence': 'IMPRISONMENT', 'months': %s}"
                .formatted(months);
    }

    @BeforeEach
    void aCaseIsOpen() {
        if (handler.log("BAD-1", OPENED).status() == 409) {
            return;
        }
        handler.log("BAD-1", note()).is(201);
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void aFaultIsNamedAndNothingRecorded(Malformed malformed) {
        handler.refused()
                .log("BAD-1", malformed.entry().replace('\'', '"'))
                .isProblem(400, malformed.code(), malformed.errors());
    }

    @Test
    void aCallWithoutABodySaysWhatItReads() {
        for (var path : List.of("/api/v1/cases/BAD-1/entries", "/api/v1/officers/O/entries")) {
            var answer = handler.refused().post(path);

            answer.isProblem(400, "BODY_MISSING");
            assertThat(answer.json().get("detail").stringValue())
                    .isEqualTo("A body is needed here, and none was sent. It is read as application/json.");
        }
    }

    @Test
    void ofAnArrayEveryFaultIsNamedWithItsIndexAndNothingIsRecorded() {
        handler.refused()
                .log("BAD-1", "[%s, {\"type\": \"CaseClosed\"}, {\"type\": \"CaseForgotten\"}, 7]".formatted(note()))
                .isProblem(
                        400,
                        "ENTRY_INVALID",
                        "/1/occurredOn FIELD_MISSING",
                        "/2/type TYPE_UNKNOWN",
                        "/3 ENTRY_INVALID");
    }

    @Test
    void anArrayOfNonsenseIsNotAnsweredWithMoreThanWasSent() {
        var answer = handler.refused()
                .log("BAD-1", "[" + "7,".repeat(100_000) + "7]")
                .is(400);

        assertThat(answer.json().get("errors")).hasSize(100);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\": \"NoteAdded\", \"text\": \"a\"",
                "{\"type\": \"NoteAdded\", \"text\": \"a\"} {}",
                "{\"type\": \"NoteAdded\", \"text\": \"a\"}]",
                "{\"type\": \"NoteAdded\", \"text\": \"a\", \"text\": \"b\"}",
                "{\"\\ud800\": 1, \"\\ud800\": 2}",
                "{'type': 'NoteAdded', 'text': 'a'}",
                "{\"type\": \"NoteAdded\", \"text\": a}",
                "{\"type\": \"NoteAdded\", \"text\": \"a\",}",
                "{\"type\": \"NoteAdded\", /* why */ \"text\": \"a\"}",
                "type=NoteAdded&text=a",
                "<entry/>",
                "[NaN]"
            })
    void whatIsNotJsonIsRefused(String body) {
        handler.refused().log("BAD-1", body).isProblem(400, "BODY_NOT_JSON");
    }

    @Test
    void aNumberTooLongToBeReadIsRefused() {
        handler.refused().log("BAD-1", "[" + "9".repeat(2_000) + "]").isProblem(400, "BODY_NOT_JSON");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":"})
    void deepNestingIsRefused(String opening) {
        handler.refused().log("BAD-1", opening.repeat(10_000)).isProblem(400, "BODY_NOT_JSON");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a%20b", "%C3%A9", "(a)", "a:b"})
    void anIdentifierInTheAddressIsSpeltAsOne(String id) {
        handler.refused().log(id, OPENED).isProblem(400, "FIELD_INVALID", " FIELD_INVALID");
        handler.refused()
                .get("/api/v1/cases/" + id + "/allowed-entries")
                .isProblem(400, "FIELD_INVALID", " FIELD_INVALID");
    }

    @Test
    void anIdentifierInTheAddressHas64CharactersAtMost() {
        handler.log("x".repeat(64), OPENED).is(201);
        handler.refused().log("x".repeat(65), OPENED).isProblem(400, "FIELD_INVALID", " FIELD_INVALID");
    }

    private static String note() {
        return "{\"type\": \"NoteAdded\", \"text\": \"rang back\"}";
    }
}
