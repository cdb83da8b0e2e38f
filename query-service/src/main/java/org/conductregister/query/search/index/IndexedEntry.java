package org.conductregister.query.search.index;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;
import org.conductregister.entries.RecordId;
import org.conductregister.entries.RecordKind;

/** Makes the documents of an entry. They hold terms without their places, and no text. For one thread. */
final class IndexedEntry {

    private static final FieldType TEXT = textType();

    private final RecordNumbers numbers;

    IndexedEntry(RecordNumbers numbers) {
        this.numbers = numbers;
    }

    private static FieldType textType() {
        var type = new FieldType();
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
        type.setTokenized(true);
        type.setOmitNorms(true);
        type.freeze();
        return type;
    }

    /** One document for each record that a version of an entry lets be found. */
    List<Document> documents(RecordId owner, EntryVersion version) {
        var documents = new ArrayList<Document>(2);
        for (var findable : Findable.of(owner, version.fact())) {
            documents.add(document(owner, version, findable));
        }
        return documents;
    }

    private Document document(RecordId owner, EntryVersion version, Findable findable) {
        var kind = findable.record().kind();
        var document = ofRecord(owner, findable.record());
        document.add(NumericDocValuesField.indexedField(Fields.FROM, version.from()));
        document.add(NumericDocValuesField.indexedField(Fields.UNTIL, version.until()));
        document.add(
                NumericDocValuesField.indexedField(Fields.DAY, version.day().toEpochDay()));
        if (findable.begins()) {
            document.add(new StringField(Fields.begins(kind), "true", Field.Store.NO));
        }
        findable.identifiers().forEach(identifier -> addIdentifier(kind, identifier, document));
        if (findable.officer() != null) {
            document.add(new IntPoint(Fields.OFFICER, numbers.numberOf(RecordId.of(findable.officer()))));
            document.add(new StringField(Fields.OFFICER_ID, findable.officer().value(), Field.Store.NO));
            addParts(Fields.named(kind), findable.officer().value(), document);
        }
        findable.names().forEach(name -> addName(kind, name, document));
        findable.texts().forEach(text -> document.add(new Field(Fields.text(kind), text, TEXT)));
        findable.codes().forEach(code -> document.add(new StringField(Fields.code(kind), code, Field.Store.NO)));
        return document;
    }

    /**
     * Returns the documents by which the record that a duplicate is known as is found by the duplicate's identifier.
     * A second document keeps the number of that record, of which nothing else may be in the index.
     */
    List<Document> documents(RecordId duplicate, MarkedPeriod marked) {
        int original = numbers.numberOf(marked.original());
        var document = ofRecord(duplicate, duplicate);
        document.add(new StringField(Fields.duplicate(duplicate.kind()), "true", Field.Store.NO));
        document.add(new NumericDocValuesField(Fields.ORIGINAL, original));
        document.add(new SortedDocValuesField(
                Fields.ORIGINAL_ID, new BytesRef(marked.original().toString())));
        document.add(NumericDocValuesField.indexedField(Fields.FROM, marked.from()));
        document.add(NumericDocValuesField.indexedField(Fields.UNTIL, marked.until()));
        document.add(NumericDocValuesField.indexedField(Fields.DAY, LocalDate.MIN.toEpochDay()));
        addIdentifier(duplicate.kind(), duplicate.id(), document);
        return List.of(document, ofRecord(duplicate, marked.original()));
    }

    private Document ofRecord(RecordId owner, RecordId record) {
        var document = new Document();
        document.add(new StringField(Fields.OWNER, owner.toString(), Field.Store.NO));
        document.add(new SortedDocValuesField(Fields.ID, new BytesRef(record.toString())));
        int number = numbers.numberOf(record);
        document.add(NumericDocValuesField.indexedField(Fields.RECORD, number));
        document.add(new IntPoint(Fields.RECORD_POINT, number));
        return document;
    }

    private static void addIdentifier(RecordKind kind, String identifier, Document document) {
        document.add(new StringField(Fields.key(kind), TextAnalysis.joined(identifier), Field.Store.NO));
        addParts(Fields.part(kind), identifier, document);
    }

    private static void addName(RecordKind kind, String name, Document document) {
        for (var word : List.of(name.strip().split("\\s+"))) {
            var joined = TextAnalysis.joined(word);
            document.add(new StringField(Fields.name(kind), joined, Field.Store.NO));
            var parts = TextAnalysis.parts(word);
            if (parts.size() > 1) {
                parts.forEach(part -> document.add(new StringField(Fields.namePart(kind), part, Field.Store.NO)));
            }
            var sounds = new HashSet<>(TextAnalysis.sounds(joined));
            parts.forEach(part -> sounds.addAll(TextAnalysis.sounds(part)));
            sounds.forEach(sound -> document.add(new StringField(Fields.sound(kind), sound, Field.Store.NO)));
        }
    }

    private static void addParts(String field, String identifier, Document document) {
        TextAnalysis.partsAndEndings(identifier)
                .forEach(part -> document.add(new StringField(field, part, Field.Store.NO)));
    }
}
