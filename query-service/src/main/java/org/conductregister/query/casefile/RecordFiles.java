package org.conductregister.query.casefile;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.bson.Document;
import org.conductregister.entries.RecordId;
import org.conductregister.terms.CaseId;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.stereotype.Component;

/**
 * The files as documents, one a record, found by {@code _id} alone. A document holds sets, and writing adds to them: what
 * is written again is there once.
 */
@Component
class RecordFiles {

    private static final String ENTRIES = "e";
    private static final String CASES = "c";
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    /** What is to be added to one document. */
    private record Additions(Set<String> entries, Set<String> cases) {

        Additions() {
            this(new LinkedHashSet<>(), new LinkedHashSet<>());
        }
    }

    /** What is to be added to the files, of many records. */
    static final class Batch {

        private final Map<RecordId, Additions> byRecord = new LinkedHashMap<>();

        void file(RecordId record, FiledEntry entry) {
            of(record).entries().add(entry.line());
        }

        void named(RecordId officer, CaseId in) {
            of(officer).cases().add(in.value());
        }

        private Additions of(RecordId record) {
            return byRecord.computeIfAbsent(record, id -> new Additions());
        }

        void clear() {
            byRecord.clear();
        }
    }

    private final MongoCollection<Document> documents;

    RecordFiles(MongoDatabaseFactory mongo) {
        this.documents = mongo.getMongoDatabase().getCollection("records");
    }

    void add(Batch batch) {
        if (batch.byRecord.isEmpty()) {
            return;
        }
        var writes = new ArrayList<WriteModel<Document>>(batch.byRecord.size());
        batch.byRecord.forEach((record, additions) ->
                writes.add(new UpdateOneModel<>(new Document("_id", record.toString()), adding(additions), UPSERT)));
        documents.bulkWrite(writes, new BulkWriteOptions().ordered(false));
    }

    private static Document adding(Additions additions) {
        var sets = new Document();
        if (!additions.entries().isEmpty()) {
            sets.append(ENTRIES, new Document("$each", List.copyOf(additions.entries())));
        }
        if (!additions.cases().isEmpty()) {
            sets.append(CASES, new Document("$each", List.copyOf(additions.cases())));
        }
        return new Document("$addToSet", sets);
    }

    RecordFile find(RecordId record) {
        return requireNonNull(find(List.of(record)).get(record));
    }

    /** A file for each record asked for; an empty one where nothing is filed. */
    Map<RecordId, RecordFile> find(Collection<RecordId> records) {
        var files = new HashMap<>(records.stream().distinct().collect(toMap(record -> record, RecordFile::empty)));
        if (!files.isEmpty()) {
            var ids = files.keySet().stream().map(RecordId::toString).toList();
            for (var document : documents.find(new Document("_id", new Document("$in", ids)))) {
                var file = fileOf(document);
                files.put(file.record(), file);
            }
        }
        return files;
    }

    private static RecordFile fileOf(Document document) {
        var entries = document.getList(ENTRIES, String.class, List.of()).stream()
                .map(FiledEntry::parse)
                .collect(toMap(FiledEntry::position, entry -> entry, (one, again) -> again, TreeMap::new))
                .values();
        var cases = document.getList(CASES, String.class, List.of()).stream()
                .map(CaseId::new)
                .collect(Collectors.<CaseId, Set<CaseId>>toCollection(TreeSet::new));
        return new RecordFile(RecordId.parse(document.getString("_id")), List.copyOf(entries), cases);
    }

    void clear() {
        documents.drop();
    }
}
