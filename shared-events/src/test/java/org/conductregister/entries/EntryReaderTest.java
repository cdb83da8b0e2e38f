package org.conductregister.entries;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.charset.CharacterCodingException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.conductregister.entries.MalformedEntryException.Code;
import org.conductregister.entries.MalformedEntryException.Fault;
import org.conductregister.facts.CaseFact.AllegationReported;
import org.conductregister.facts.CaseFact.AppealDecided;
import org.conductregister.facts.CaseFact.NoteAdded;
import org.conductregister.facts.CaseFact.SentencePassed;
import org.conductregister.facts.Correction.EntryCorrected;
import org.conductregister.facts.Correction.EntryRetracted;
import org.conductregister.keys.ContentIds;
import org.conductregister.terms.MisconductOutcome;
import org.conductregister.terms.Months;
import org.conductregister.terms.Sentence;
import org.conductregister.terms.codes.CategoryCode;
import org.conductregister.terms.codes.Tags;
import org.conductregister.terms.identifiers.AllegationId;
import org.conductregister.terms.identifiers.CaseId;
import org.conductregister.terms.identifiers.OfficerId;
import org.conductregister.terms.text.FreeText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;

class EntryReaderTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);
    private static final RecordId CASE = RecordId.of(new CaseId("LAN-2012-0007"));

    private final EntryReader reader = new EntryReader((list, code) -> !code.equals("UNHEARD_OF"));

    @Test
    void readsTheEntryOfTheContract() {
        var entry = read("""
                {"type": "AllegationReported", "caseId": "LAN-2012-0007", "occurredOn": "2012-03-04",
                 "allegationId": "A1", "officerId": "LAN-O-17", "category": "SEXUAL_ASSAULT", "tags": ["VAWG"]}""");

        assertThat(entry.record()).isEqualTo(CASE);
        assertThat(entry.fact())
                .isEqualTo(new AllegationReported(
                        LocalDate.of(2012, 3, 4),
                        new AllegationId("A1"),
                        new CategoryCode("SEXUAL_ASSAULT"),
                        new OfficerId("LAN-O-17"),
                        null,
                        Tags.of("VAWG"),
                        null,
                        null));
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        var entry = read("""
                {"type": "SentencePassed", "caseId": "C1", "entryId": "0f8fad5b-d9cb-469f-a165-70867728950e",
                 "occurredOn": "2019-05-06", "allegationId": "A1", "sentence": "IMPRISONMENT", "months": 18, "note": "at Preston"}""");

        assertThat(reader.read(FactJson.of(entry), null, TODAY)).isEqualTo(entry);
        assertThat(entry.fact())
                .isEqualTo(new SentencePassed(
                        LocalDate.of(2019, 5, 6),
                        new AllegationId("A1"),
                        Sentence.IMPRISONMENT,
                        new Months(18),
                        new FreeText("at Preston")));
    }

    @Test
    void aNoteAndACorrectionNeedNoDay() {
        var note = read("""
                {"type": "NoteAdded", "caseId": "C1", "text": "rang back"}""");
        var retraction = read("""
                {"type": "EntryRetracted", "officerId": "O1", "retracts": "0f8fad5b-d9cb-469f-a165-70867728950e", "reason": "typo"}""");

        assertThat(note.fact()).isEqualTo(new NoteAdded(TODAY, new FreeText("rang back"), null));
        assertThat(retraction.fact()).isInstanceOf(EntryRetracted.class);
        assertThat(retraction.record().kind()).isEqualTo(RecordKind.OFFICER);
    }

    @Test
    void aCorrectionStatesAWholeFact() {
        var entry = read("""
                {"type": "EntryCorrected", "caseId": "LAN-2012-0007", "corrects": "0f8fad5b-d9cb-469f-a165-70867728950e",
                 "reason": "typo", "fact": {"type": "SentencePassed", "occurredOn": "2019-05-06", "allegationId": "A1",
                 "sentence": "FINE"}}""");

        assertThat(entry.fact()).isInstanceOfSatisfying(EntryCorrected.class, correction -> {
            assertThat(correction.occurredOn()).isEqualTo(TODAY);
            assertThat(correction.fact())
                    .isEqualTo(new SentencePassed(
                            LocalDate.of(2019, 5, 6), new AllegationId("A1"), Sentence.FINE, null, null));
        });
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "`{}`, FIELD_MISSING, /fact/type",
                "`{\"type\": \"Nonsense\"}`, TYPE_UNKNOWN, /fact/type",
                "`{\"type\": \"EntryRetracted\"}`, FIELD_INVALID, /fact/type",
                "`{\"type\": \"OfficerResigned\", \"occurredOn\": \"2019-05-06\"}`, RECORD_MISMATCH, /fact/type",
                "`{\"type\": \"CaseClosed\"}`, FIELD_MISSING, /fact/occurredOn",
                "`{\"type\": \"NoteAdded\", \"text\": \"x\"}`, FIELD_MISSING, /fact/occurredOn",
                "`{\"type\": \"CaseClosed\", \"occurredOn\": \"2019-05-06\", \"caseId\": \"C1\"}`, FIELD_UNKNOWN, /fact/caseId",
                "`{\"type\": \"CaseClosed\", \"occurredOn\": \"6 May\"}`, FIELD_INVALID, /fact/occurredOn"
            })
    void namesTheFaultOfAFactThatACorrectionStates(String fact, Code code, String pointer) {
        var correction = """
                {"type": "EntryCorrected", "caseId": "C1", "corrects": "0f8fad5b-d9cb-469f-a165-70867728950e",
                 "reason": "typo", "fact": %s}""".formatted(fact);

        assertThatThrownBy(() -> read(correction))
                .isInstanceOfSatisfying(
                        MalformedEntryException.class,
                        e -> assertThat(e.faults())
                                .extracting(Fault::code, Fault::pointer)
                                .containsExactly(tuple(code, pointer)));
    }

    @Test
    void namesEveryFaultOfAnEntry() {
        var faults = faults("""
                {"type": "CaseOpened", "caseId": "a case", "occurredOn": "2012-02-30", "force": 7, "kind": "RUMOUR",
                 "tags": "VAWG", "severity": "MISCONDUCT", "a/b": 1}""");

        assertThat(faults)
                .extracting(Fault::pointer, Fault::code)
                .containsExactlyInAnyOrder(
                        tuple("/caseId", Code.FIELD_INVALID),
                        tuple("/occurredOn", Code.FIELD_INVALID),
                        tuple("/force", Code.FIELD_INVALID),
                        tuple("/kind", Code.FIELD_INVALID),
                        tuple("/source", Code.FIELD_MISSING),
                        tuple("/tags", Code.FIELD_INVALID),
                        tuple("/severity", Code.FIELD_UNKNOWN),
                        tuple("/a~1b", Code.FIELD_UNKNOWN));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        'result': 'OUTCOME_VARIED'                           | FIELD_MISSING | is missing: it must be stated with result OUTCOME_VARIED
        'result': 'OUTCOME_VARIED', 'outcome': null          | FIELD_MISSING | is missing: it must be stated with result OUTCOME_VARIED
        'result': 'UPHELD', 'outcome': 'WRITTEN_WARNING'     | FIELD_INVALID | is stated only with result OUTCOME_VARIED
        'result': 'DISMISSED', 'outcome': 'WRITTEN_WARNING'  | FIELD_INVALID | is stated only with result OUTCOME_VARIED
        """)
    void anAppealStatesAnOutcomeWhereItVariesOneAndNowhereElse(String fields, Code code, String detail) {
        assertThat(faults(appealDecided(fields))).containsExactly(new Fault(code, "/outcome", detail));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'result': 'OUTCOME_VARIED', 'outcome': 'WRITTEN_WARNING'",
                "'result': 'UPHELD'",
                "'result': 'DISMISSED', 'outcome': null"
            })
    void anAppealIsReadWithItsOutcomeOrNone(String fields) {
        assertThat(read(appealDecided(fields)).fact()).isInstanceOf(AppealDecided.class);
    }

    @ParameterizedTest
    @CsvSource({
        "LIFE_IMPRISONMENT, true",
        "IMPRISONMENT, true",
        "SUSPENDED_SENTENCE, true",
        "COMMUNITY_ORDER, false",
        "FINE, false",
        "DISCHARGE, false"
    })
    void onlyImprisonmentHasALength(Sentence sentence, boolean hasLength) {
        assertThat(read(sentencePassed(sentence, "")).fact()).isInstanceOf(SentencePassed.class);
        var withMonths = sentencePassed(sentence, ", 'months': 6");
        if (hasLength) {
            assertThat(((SentencePassed) read(withMonths).fact()).months()).isEqualTo(new Months(6));
        } else {
            assertThat(faults(withMonths))
                    .containsExactly(new Fault(
                            Code.FIELD_INVALID,
                            "/months",
                            "is stated only with sentence LIFE_IMPRISONMENT or IMPRISONMENT or SUSPENDED_SENTENCE"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"'result': 'WON'", "'result': 7", "'result': null"})
    void whereTheOtherFieldIsAtFaultThatIsNamedAlone(String fields) {
        assertThat(faults(appealDecided(fields + ", 'outcome': 'WRITTEN_WARNING'")))
                .extracting(Fault::pointer)
                .containsExactly("/result");
        assertThat(faults(appealDecided("'result': 'UPHELD', 'outcome': 'GONE'")))
                .containsExactly(new Fault(
                        Code.FIELD_INVALID,
                        "/outcome",
                        "must be one of "
                                + String.join(
                                        ", ",
                                        Arrays.stream(MisconductOutcome.values())
                                                .map(Enum::name)
                                                .toList())));
    }

    @Test
    void aConditionIsOnWordsOfAFieldThatTheFactMustState() {
        var conditions = 0;
        for (var type : FactType.all()) {
            for (var field : type.fields()) {
                if (field.condition() != null) {
                    conditions++;
                    var other = type.fields().stream()
                            .filter(each -> each.name().equals(field.condition().field()))
                            .findFirst()
                            .orElseThrow();
                    assertThat(other.required()).isTrue();
                    assertThat(field.required()).isFalse();
                    assertThat(other.choices()).containsAll(field.condition().words());
                }
            }
        }
        assertThat(conditions).isEqualTo(2);
    }

    private static String appealDecided(String fields) {
        return "{'type': 'AppealDecided', 'caseId': 'C1', 'occurredOn': '2019-05-06', 'allegationId': 'A1', %s}"
                .formatted(fields)
                .replace('\'', '"');
    }

    private static String sentencePassed(Sentence sentence, String more) {
        return "{'type': 'SentencePassed', 'caseId': 'C1', 'occurredOn': '2019-05-06', 'allegationId': 'A1', 'sentence': '%s'%s}"
                .formatted(sentence, more)
                .replace('\'', '"');
    }

    @Test
    void refusesATypeItDoesNotKnow() {
        assertThat(faults("{\"type\": \"CaseForgotten\", \"caseId\": \"C1\"}"))
                .extracting(Fault::code)
                .containsExactly(Code.TYPE_UNKNOWN);
    }

    @Test
    void refusesACodeThatIsOnNoList() {
        assertThat(faults("""
                {"type": "RecommendationIssued", "recommendationId": "R1", "occurredOn": "2019-01-01", "issuedBy": "HMICFRS",
                 "theme": "VETTING", "addressedTo": ["KENT", "UNHEARD_OF"], "responseDueOn": "2019-03-01"}"""))
                .containsExactly(new Fault(
                        Code.CODE_UNKNOWN,
                        "/addressedTo/1",
                        "is not on the code list forces; an administrator can add it"));
        assertThat(faults("""
                {"type": "CaseOpened", "caseId": "C1", "occurredOn": "2019-01-01", "force": "UNHEARD_OF", "kind": "CONDUCT",
                 "source": "POLICE"}"""))
                .containsExactly(new Fault(
                        Code.CODE_UNKNOWN, "/force", "is not on the code list forces; an administrator can add it"));
    }

    @Test
    void refusesAnEntryForAnotherRecordThanTheAddress() {
        assertThatThrownBy(() -> reader.read(
                        FactJson.mapper()
                                .readTree("{\"type\": \"CaseClosed\", \"caseId\": \"C2\", \"occurredOn\":"
                                        + " \"2019-01-01\"}"),
                        CASE,
                        TODAY))
                .isInstanceOfSatisfying(
                        MalformedEntryException.class, e -> assertThat(e.code()).isEqualTo(Code.RECORD_MISMATCH));
    }

    @Test
    void anEntryAtAnAddressNeedNotNameItsRecord() {
        var json = FactJson.mapper().readTree("{\"type\": \"CaseClosed\", \"occurredOn\": \"2019-01-01\"}");

        assertThat(reader.read(json, CASE, TODAY).record()).isEqualTo(CASE);
        assertThat(faults(json.toString()))
                .containsExactly(new Fault(
                        Code.FIELD_MISSING, "/caseId", "is missing: CaseClosed goes on the record of caseId"));
    }

    @Test
    void refusesAFactThatIsNotOneOfTheRecordAtTheAddress() {
        var json = FactJson.mapper().readTree("{\"type\": \"CaseClosed\", \"occurredOn\": \"2019-01-01\"}");

        assertThatThrownBy(() -> reader.read(json, RecordId.of(new OfficerId("O1")), TODAY))
                .hasMessage("type CaseClosed is not logged on the record of an officer");
        assertThatThrownBy(() -> reader.read(json, new RecordId(RecordKind.RECOMMENDATION, "R1"), TODAY))
                .hasMessage("type CaseClosed is not logged on the record of a recommendation");
    }

    @Test
    void refusesAnEntryOnTwoRecords() {
        assertThat(faults("""
                {"type": "EntryRetracted", "caseId": "C1", "officerId": "O1",
                 "retracts": "0f8fad5b-d9cb-469f-a165-70867728950e", "reason": "typo"}"""))
                .containsExactly(
                        new Fault(Code.RECORD_MISMATCH, "/officerId", "names a second record; an entry goes on one"));
    }

    @Test
    void saysInOneSentenceWhatIsWrongAndInOneCodeWhereItIsOne() {
        assertThatThrownBy(() -> read("[]"))
                .hasMessage("an entry must be a JSON object")
                .isInstanceOfSatisfying(
                        MalformedEntryException.class, e -> assertThat(e.code()).isEqualTo(Code.ENTRY_INVALID));
        assertThatThrownBy(() -> read("{\"type\": \"CaseClosed\", \"caseId\": \"C1\", \"occurredOn\": 7, \"b\": 1}"))
                .hasMessage("occurredOn must be a string; b is not a field of CaseClosed")
                .isInstanceOfSatisfying(
                        MalformedEntryException.class, e -> assertThat(e.code()).isEqualTo(Code.ENTRY_INVALID));
        assertThatThrownBy(() -> read("{\"type\": \"CaseClosed\", \"caseId\": \"C1\"}"))
                .isInstanceOfSatisfying(
                        MalformedEntryException.class, e -> assertThat(e.code()).isEqualTo(Code.FIELD_MISSING));
    }

    @Test
    void readsJsonInUtf8AndSaysWhereItCannotBeRead() throws CharacterCodingException {
        assertThat(FactJson.tree("{\"a\": \"é\"}".getBytes(UTF_8)).get("a").stringValue())
                .isEqualTo("é");
        assertThatThrownBy(() -> FactJson.tree(new byte[] {'"', (byte) 0xE9, '"'}))
                .isInstanceOf(CharacterCodingException.class);
        assertThatThrownBy(() -> FactJson.tree("{\"a\": 1,\n \"a\": 2}".getBytes(UTF_8)))
                .isInstanceOfSatisfying(
                        JacksonException.class,
                        e -> assertThat(FactJson.fault(e)).contains("Duplicate").endsWith("(line 2, column 5)"));
    }

    @Test
    void theSameContentGivesTheSameIdentity() {
        var first = ContentIds.unkeyed(TODAY, "a".getBytes(UTF_8));

        assertThat(first).isEqualTo(ContentIds.unkeyed(TODAY, "a".getBytes(UTF_8)));
        assertThat(first).isNotEqualTo(ContentIds.unkeyed(TODAY, "b".getBytes(UTF_8)));
        assertThat(first).isNotEqualTo(ContentIds.unkeyed(TODAY.plusDays(1), "a".getBytes(UTF_8)));
        assertThat(first.toString())
                .as("those of later days come later")
                .isLessThan(ContentIds.unkeyed(TODAY.plusDays(1), "a".getBytes(UTF_8))
                        .toString());
        assertThat(first.value().version()).isEqualTo(8);
        assertThat(first.value().variant()).isEqualTo(2);
    }

    private Entry read(String json) {
        return reader.read(FactJson.mapper().readTree(json), null, TODAY);
    }

    private List<Fault> faults(String json) {
        try {
            read(json);
        } catch (MalformedEntryException e) {
            return e.faults();
        }
        throw new AssertionError("was read");
    }
}
