package org.conductregister.query.casefile.files;

import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.bson.Document;
import org.conductregister.entries.RecordId;
import org.conductregister.facts.CaseFact.NoteAdded;
import org.conductregister.facts.EntryId;
import org.conductregister.keys.TestKeys;
import org.conductregister.query.TestMongo;
import org.conductregister.query.pointintime.Head;
import org.conductregister.terms.identifiers.CaseId;
import org.conductregister.terms.text.FreeText;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/** Tests the documents as somebody reads them with a tool of their own. */
class MongoRecordFilesTest {

    private static final RecordId CASE = RecordId.of(new CaseId("LAN-2012-0007"));
    private static final RecordId OFFICER = RecordId.parse("officer/LAN-O-17");
    private static final Instant RECORDED = Instant.parse("2026-01-01T00:00:00.000001Z");

    private final TestMongo mongo = new TestMongo();
    private final MongoDatabaseFactory database = mongo.newDatabase();

    @AfterEach
    void close() {
        mongo.close();
    }

    @Test
    void aRecordIsADocumentWithItsEntriesByTheNamesOfTheirFields() {
        var entry = note(7, "Rang her");
        add(new MongoRecordFiles(database, TestKeys.sealed()), List.of(entry));

        var document = documents().getFirst();
        assertThat(document)
                .containsEntry("_id", "case/LAN-2012-0007")
                .containsEntry("record", "case/LAN-2012-0007")
                .doesNotContainKey("_class");
        assertThat(document.getList("entries", Document.class))
                .singleElement()
                .satisfies(stored -> assertThat(stored)
                        .containsEntry("position", 7L)
                        .containsEntry("recordedAt", "2026-01-01T00:00:00.000001Z")
                        .containsEntry("recordedBy", "handler")
                        .containsEntry("entryId", entry.entryId().toString())
                        .containsEntry("type", "NoteAdded"))
                .satisfies(stored -> assertThat(stored.get("fact", Document.class))
                        .containsEntry("occurredOn", "2012-03-04")
                        .extractingByKey("text", as(MAP))
                        .containsOnlyKeys("sealed"));
    }

    @Test
    void aLargeFileGoesOnInFurtherDocuments() {
        var files = new MongoRecordFiles(database, TestKeys.sealed(), 10_000);
        var notes = LongStream.rangeClosed(1, 30)
                .mapToObj(position -> note(position, "x".repeat(1_000)))
                .toList();
        for (int from = 0; from < notes.size(); from += 7) {
            add(files, notes.subList(from, Math.min(from + 7, notes.size())));
        }

        assertThat(documents())
                .hasSizeBetween(8, 16)
                .allSatisfy(part ->
                        assertThat(part.getList("entries", Document.class)).hasSizeBetween(1, 4));
        int before = documents().size();
        assertThat(documents()).extracting(part -> part.get("_id")).contains("case/LAN-2012-0007#2");
        assertThat(files.find(CASE).entries()).isEqualTo(notes);

        add(files, notes);
        assertThat(documents()).as("again").hasSize(before);
        assertThat(files.find(CASE).entries()).isEqualTo(notes);
    }

    @Test
    void theIndexByWhichDocumentsAreFoundIsThere() {
        assertThat(new MongoRecordFiles(database, TestKeys.sealed())).isNotNull();

        assertThat(records().listIndexes().into(new ArrayList<>()))
                .extracting(index -> index.get("key"))
                .contains(new Document("record", 1).append("part", 1));
    }

    @Test
    void whatAnotherVersionStoredIsMadeAnew() {
        database.getMongoDatabase()
                .getCollection("heads")
                .insertOne(
                        new Document("_id", "casefiles").append("position", 9L).append("recordedAtMicros", 1L));
        records().insertOne(new Document("_id", "case/OLD").append("e", List.of("a line")));

        var files = new MongoRecordFiles(database, TestKeys.sealed());

        assertThat(files.head()).isEqualTo(Head.At.START);
        assertThat(documents()).isEmpty();
    }

    @Test
    void anOfficersDocumentNamesTheirCases() {
        var files = new MongoRecordFiles(database, TestKeys.sealed());
        var batch = new FilingBatch();
        batch.name(OFFICER, new CaseId("LAN-2012-0007"));
        files.add(batch, new Head.At(1, RECORDED));
        files.add(batch, new Head.At(1, RECORDED));

        assertThat(documents().getFirst()).containsEntry("cases", List.of("LAN-2012-0007"));
        assertThat(files.find(OFFICER).isEmpty()).isTrue();
    }

    private static FiledEntry note(long position, String text) {
        var fact = new NoteAdded(LocalDate.of(2012, 3, 4), new FreeText(text), null);
        return new FiledEntry(position, RECORDED, "handler", EntryId.random(), fact);
    }

    private static void add(RecordFiles files, List<FiledEntry> entries) {
        var batch = new FilingBatch();
        entries.forEach(entry -> batch.file(CASE, entry));
        files.add(batch, new Head.At(entries.getLast().position(), RECORDED));
    }

    private com.mongodb.client.MongoCollection<Document> records() {
        return database.getMongoDatabase().getCollection("records");
    }

    private List<Document> documents() {
        return records().find().into(new ArrayList<>()).stream().collect(toList());
    }
}
