package org.conductregister.command.imports.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.conductregister.command.entries.Today;
import org.conductregister.command.imports.sheet.Lines;
import org.conductregister.entries.CodeLists;
import org.conductregister.entries.Entry;
import org.conductregister.eventstore.Recorded;
import org.conductregister.facts.CaseFact.AllegationReported;
import org.conductregister.facts.CaseFact.NoteAdded;
import org.conductregister.facts.CaseFact.SentencePassed;
import org.conductregister.facts.RecommendationFact.ForceResponded;
import org.conductregister.facts.RecommendationFact.RecommendationIssued;
import org.conductregister.keys.TestKeys;
import org.conductregister.terms.Months;
import org.conductregister.terms.codes.Tags;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From the lines of a file to entries, each with its identity. */
class RowReaderTest {

    private static final CodeLists ANY = (list, code) -> true;
    private static final Today TODAY = () -> LocalDate.of(2020, 3, 31);
    private static final ContentIdentity IDENTITY = new ContentIdentity(TestKeys.keys(), ids -> List.of());

    @Test
    void theSameEntryHasTheSameIdentityHoweverItIsWritten() throws IOException {
        var json = entry(ndjson("""
                {"type": "AllegationReported", "caseId": "C1", "occurredOn": "2012-03-04", "allegationId": "A1",
                 "category": "OTHER", "tags": ["VAWG", "AGAINST_COLLEAGUE"], "summary": "said \\"no\\", twice"}"""));
        var otherOrder = entry(ndjson("""
                {"tags": ["AGAINST_COLLEAGUE", "VAWG", "VAWG"], "summary": "said \\u0022no\\u0022, twice", "category": "OTHER",
                 "allegationId": "A1", "note": null, "occurredOn": "2012-03-04", "caseId": "C1", "type": "AllegationReported"}"""));
        var csv = entry(csv("""
                type,caseId,occurredOn,allegationId,category,tags,summary,note
                AllegationReported,C1,2012-03-04, A1 ,OTHER,VAWG; AGAINST_COLLEAGUE,"said ""no"", twice",
                """));
        var columns = entry(csv("""
                tags.1,tags.0,type,caseId,occurredOn,allegationId,category,summary
                VAWG,AGAINST_COLLEAGUE,AllegationReported,C1,2012-03-04,A1,OTHER,"said ""no"", twice"
                """));

        assertThat(json.fact())
                .isEqualTo(otherOrder.fact())
                .isEqualTo(csv.fact())
                .isEqualTo(columns.fact());
        assertThat(List.of(otherOrder.entryId(), csv.entryId(), columns.entryId()))
                .containsOnly(json.entryId());
        assertThat(((AllegationReported) csv.fact()).tags()).isEqualTo(Tags.of("VAWG", "AGAINST_COLLEAGUE"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\": \"CaseClosed\", \"caseId\": \"C2\", \"occurredOn\": \"2012-03-04\"}",
                "{\"type\": \"CaseClosed\", \"caseId\": \"C1\", \"occurredOn\": \"2012-03-05\"}",
                "{\"type\": \"CaseClosed\", \"caseId\": \"C1\", \"occurredOn\": \"2012-03-04\", \"note\": \"at last\"}",
                "{\"type\": \"InvestigationStarted\", \"caseId\": \"C1\", \"occurredOn\": \"2012-03-04\"}"
            })
    void anotherEntryHasAnotherIdentity(String other) throws IOException {
        var entry = entry(ndjson("{\"type\": \"CaseClosed\", \"caseId\": \"C1\", \"occurredOn\": \"2012-03-04\"}"));

        assertThat(entry(ndjson(other)).entryId()).isNotEqualTo(entry.entryId());
    }

    @Test
    void aDayThatWasLeftOutIsNoPartOfTheIdentity() throws IOException {
        var note = "{\"type\": \"NoteAdded\", \"caseId\": \"C1\", \"text\": \"rang back\"}";
        Today tomorrow = () -> TODAY.day().plusDays(1);

        var today = entry(ndjson(note));
        var later = entry(IDENTITY.identified(new RowReader(trees(note), ANY, tomorrow).next(1, 1)));

        assertThat(later.fact()).isInstanceOf(NoteAdded.class).isNotEqualTo(today.fact());
        assertThat(later.entryId()).isEqualTo(today.entryId());
    }

    @Test
    void aFileDoesNotBringBackWhatWasErased() throws IOException {
        var keys = TestKeys.keys();
        var note = "{\"type\": \"NoteAdded\", \"caseId\": \"C-ERASED\", \"text\": \"rang back\"}";
        var closed = "{\"type\": \"CaseClosed\", \"caseId\": \"C-ERASED\", \"occurredOn\": \"2012-03-04\"}";
        var before = entry(ndjson(closed));
        entry(ndjson(note));

        keys.eraseMadeUpTo("case/C-ERASED", Instant.now().plusMillis(1));

        assertThat(ndjson(note).getFirst())
                .isInstanceOfSatisfying(
                        Row.Refused.class, refused -> assertThat(refused.code()).isEqualTo("PERSONAL_DATA_ERASED"));
        assertThat(entry(ndjson(closed)).entryId()).as("it has no text").isEqualTo(before.entryId());
    }

    @Test
    void whatWasRecordedBeforeThereWereKeysIsStillFound() throws IOException {
        var closed = "{\"type\": \"CaseClosed\", \"caseId\": \"C1\", \"occurredOn\": \"2012-03-04\"}";
        var keys = TestKeys.newKeys();
        keys.noteUnkeyedIds();
        var asked = new ArrayList<String>();
        var fresh = new ContentIdentity(keys, ids -> {
            asked.addAll(ids);
            return List.of();
        });
        var keyed = entry(fresh.identified(read(closed)));

        var found = entry(new ContentIdentity(
                        keys, ids -> List.of(new Recorded(ids.getFirst(), 1, Instant.EPOCH, "case/C1", 0)))
                .identified(read(closed)));

        assertThat(found.entryId()).hasToString(asked.getFirst()).isNotEqualTo(keyed.entryId());
    }

    @Test
    void anIdentityThatIsStatedStays() throws IOException {
        var entry = entry(csv("""
                entryId,type,caseId,occurredOn
                0f8fad5b-d9cb-469f-a165-70867728950e,CaseClosed,C1,2012-03-04
                """));

        assertThat(entry.entryId()).hasToString("0f8fad5b-d9cb-469f-a165-70867728950e");
    }

    @Test
    void cellsAreReadAsWhatTheirColumnsHold() throws IOException {
        var rows = csv("""
                type,caseId,recommendationId,occurredOn,allegationId,sentence,months,force,accepted,issuedBy,theme,addressedTo,responseDueOn
                SentencePassed,C1,,2019-05-06,A1,IMPRISONMENT,18,,,,,,
                ForceResponded,,R1,2019-05-06,,,,KENT,false,,,,
                RecommendationIssued,,R1,2019-01-01,,,,,,HMICFRS,VETTING,KENT;SURREY,2019-03-01
                """);

        assertThat(((SentencePassed) entry(rows, 0).fact()).months()).isEqualTo(new Months(18));
        assertThat(((ForceResponded) entry(rows, 1).fact()).accepted()).isFalse();
        assertThat(((RecommendationIssued) entry(rows, 2).fact()).addressedTo().forces())
                .hasSize(2);
    }

    @Test
    void aCellThatIsNotWhatItsColumnHoldsIsNamed() throws IOException {
        var rows = csv("""
                type,caseId,occurredOn,allegationId,sentence,months
                SentencePassed,C1,2019-05-06,A1,IMPRISONMENT,many
                """);

        assertThat(rows.getFirst()).isInstanceOfSatisfying(Row.Refused.class, row -> {
            assertThat(row.line()).isEqualTo(2);
            assertThat(row.code()).isEqualTo("FIELD_INVALID");
            assertThat(row.detail()).isEqualTo("months must be a whole number");
            assertThat(row.sent().get("months").stringValue()).isEqualTo("many");
        });
    }

    @Test
    void aQuotedCellMayHaveCommasQuotesAndLines() throws IOException {
        var rows = csv("type,caseId,text\r\nNoteAdded,C1,\"one, \"\"two\"\"\r\n\r\nfour\"\r\nNoteAdded,C1,five\r\n");

        assertThat(rows).hasSize(2).extracting(Row::line).containsExactly(2L, 5L);
        assertThat(((NoteAdded) entry(rows, 0).fact()).text().value()).isEqualTo("one, \"two\"\n\nfour");
    }

    @Test
    void textKeepsTheBlanksAroundIt() throws IOException {
        var rows = csv("type,caseId,text\nNoteAdded, C1 ,\"  indented \"\n");

        assertThat(((NoteAdded) entry(rows, 0).fact()).text().value()).isEqualTo("  indented ");
    }

    @Test
    void aQuoteWithinACellSwallowsNothing() throws IOException {
        var rows = csv("type,caseId,text\nNoteAdded,C1,a 5\" nail\nNoteAdded,C1,a 6\" nail\n");

        assertThat(rows).hasSize(2).allMatch(Row.Read.class::isInstance);
        assertThat(((NoteAdded) entry(rows, 0).fact()).text().value()).isEqualTo("a 5\" nail");
    }

    @Test
    void aQuoteNeverClosedIsRefusedWithoutReadingTheWholeFile() throws IOException {
        var rows = csv("type,caseId,text\nNoteAdded,C1,\"open\n" + "NoteAdded,C1,next\n".repeat(20_000));

        assertThat(rows.getFirst()).isInstanceOfSatisfying(Row.Refused.class, row -> {
            assertThat(row.line()).isEqualTo(2);
            assertThat(row.code()).isEqualTo("LINE_TOO_LONG");
        });
        assertThat(rows).last().isInstanceOf(Row.Read.class);
    }

    @Test
    void aFileThatBreaksOffWithinAQuoteDoesNotPassForWhole() throws IOException {
        assertThat(csv("type,caseId,text\nNoteAdded,C1,\"he was not").getFirst())
                .isInstanceOfSatisfying(
                        Row.Refused.class, row -> assertThat(row.code()).isEqualTo("LINE_NOT_CSV"));
    }

    @Test
    void aLineWithMoreCellsThanTheHeaderIsRefused() throws IOException {
        var rows = csv("type,caseId,occurredOn\nCaseClosed,C1,2012-03-04,extra\nCaseClosed,C1\n");

        assertThat(rows.get(0)).isInstanceOfSatisfying(Row.Refused.class, row -> {
            assertThat(row.code()).isEqualTo("LINE_NOT_CSV");
            assertThat(row.sent().stringValue()).isEqualTo("CaseClosed,C1,2012-03-04,extra");
        });
        assertThat(rows.get(1))
                .isInstanceOfSatisfying(
                        Row.Refused.class, row -> assertThat(row.code()).isEqualTo("FIELD_MISSING"));
    }

    @Test
    void charactersAfterAClosingQuoteAreNoCsv() throws IOException {
        var rows = csv("type,caseId,text\nNoteAdded,C1,\"rang\" back\nNoteAdded,C1,rang back\n");

        assertThat(rows.get(0))
                .isInstanceOfSatisfying(
                        Row.Refused.class, row -> assertThat(row.code()).isEqualTo("LINE_NOT_CSV"));
        assertThat(rows.get(1)).isInstanceOf(Row.Read.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n\n",
                "type,caseId,colour\n",
                "type,caseId,\n",
                "Type,caseId\n",
                "type,caseId,type\n",
                "type,category.0\n",
                "type,tags.first\n",
                "{\"type\": \"CaseClosed\"}\n",
                "\"type\n"
            })
    void aFirstLineThatNamesNoFieldsIsNoHeader(String csv) {
        assertThatThrownBy(() -> csv(csv)).isInstanceOf(CsvHeaderException.class);
    }

    @Test
    void aBatchIsBoundedInLines() throws IOException {
        var reader = new RowReader(trees("7\n".repeat(10)), ANY, TODAY);

        assertThat(reader.next(4, 1_000)).hasSize(4);
        assertThat(reader.next(4, 1_000)).hasSize(4);
        assertThat(reader.next(4, 1_000)).hasSize(2);
        assertThat(reader.next(4, 1_000)).isEmpty();
    }

    @Test
    void aBatchIsBoundedInBytesHoweverLongItsLinesAre() throws IOException {
        var line = "{\"type\": \"NoteAdded\", \"caseId\": \"C1\", \"text\": \"%s\"}\n".formatted("x".repeat(200_000));
        var reader = new RowReader(trees(line.repeat(30)), ANY, TODAY);

        assertThat(reader.next(Batch.MAX_LINES, Batch.MAX_BYTES)).hasSize(11);
        assertThat(Batch.MAX_BYTES / 200_000 + 1).isEqualTo(11);
    }

    private static EntryTrees trees(String ndjson) {
        return new NdjsonTrees(new Lines(new ByteArrayInputStream(ndjson.getBytes(StandardCharsets.UTF_8))));
    }

    private static List<Row> read(String ndjson) throws IOException {
        return new RowReader(trees(ndjson), ANY, TODAY).next(100, 1_000_000);
    }

    private static List<Row> ndjson(String json) throws IOException {
        return IDENTITY.identified(read(json.replace("\n", " ")));
    }

    private static List<Row> csv(String csv) throws IOException {
        var lines = new Lines(new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)));
        return IDENTITY.identified(new RowReader(new CsvTrees(lines), ANY, TODAY).next(100_000, 100_000_000));
    }

    private static Entry entry(List<Row> rows) {
        assertThat(rows).hasSize(1);
        return entry(rows, 0);
    }

    private static Entry entry(List<Row> rows, int index) {
        assertThat(rows.get(index)).isInstanceOf(Row.Read.class);
        return ((Row.Read) rows.get(index)).entry();
    }
}
