package org.conductregister.entries;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.LocalDate;
import java.util.List;
import org.conductregister.entries.MalformedEntryException.Code;
import org.conductregister.entries.MalformedEntryException.Fault;
import org.conductregister.facts.CaseFact.AllegationReported;
import org.conductregister.facts.CaseFact.NoteAdded;
import org.conductregister.facts.CaseFact.SentencePassed;
import org.conductregister.facts.Correction.EntryRetracted;
import org.conductregister.facts.EntryId;
import org.conductregister.terms.AllegationId;
import org.conductregister.terms.CaseId;
import org.conductregister.terms.CategoryCode;
import org.conductregister.terms.FreeText;
import org.conductregister.terms.Months;
import org.conductregister.terms.OfficerId;
import org.conductregister.terms.Sentence;
import org.conductregister.terms.Tags;
import org.junit.jupiter.api.Test;

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
    }

    @Test
    void refusesAnEntryForAnotherRecordThanTheAddress() {
        assertThatThrownBy(() -> reader.read(
                        FactJson.mapper()
                                .readTree(
                                        "{\"type\": \"CaseClosed\", \"caseId\": \"C2\", \"occurredOn\": \"2019-01-01\"}"),
                        CASE,
                        TODAY))
                .isInstanceOfSatisfying(
                        MalformedEntryException.class, e -> assertThat(e.code()).isEqualTo(Code.RECORD_MISMATCH));
    }

    @Test
    void theSameContentGivesTheSameIdentity() {
        var first = EntryId.ofContent(TODAY, "a".getBytes(UTF_8));

        assertThat(first).isEqualTo(EntryId.ofContent(TODAY, "a".getBytes(UTF_8)));
        assertThat(first).isNotEqualTo(EntryId.ofContent(TODAY, "b".getBytes(UTF_8)));
        assertThat(first).isNotEqualTo(EntryId.ofContent(TODAY.plusDays(1), "a".getBytes(UTF_8)));
        assertThat(first.toString())
                .as("those of later days come later")
                .isLessThan(EntryId.ofContent(TODAY.plusDays(1), "a".getBytes(UTF_8))
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
