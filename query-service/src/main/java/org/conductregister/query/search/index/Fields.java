package org.conductregister.query.search.index;

import org.conductregister.entries.RecordKind;

/**
 * The names of the fields of a document. Those by which records are found begin with the kind of record, so that no search for
 * one kind looks at documents of another.
 */
final class Fields {

    /** The record whose entry the document is made of, which may be another than the one it finds. */
    static final String OWNER = "owner";

    /** The record that the document finds, as {@link org.conductregister.entries.RecordId} writes it. */
    static final String ID = "id";

    /** The number of that record in this index, as a value of the document. */
    static final String RECORD = "record";

    /** The same, to find the documents by. */
    static final String RECORD_POINT = "recordPoint";

    /** From when on the document counts, in microseconds since 1970. */
    static final String FROM = "from";

    /** From when on it no longer does. */
    static final String UNTIL = "until";

    /** For which days it counts: from this one on, in days since 1970. */
    static final String DAY = "day";

    /** The number of the officer whom an entry of a case names. */
    static final String OFFICER = "officer";

    /** The number of that officer as people know it. */
    static final String OFFICER_ID = "officerId";

    /** The number of the record that a duplicate is known as. */
    static final String ORIGINAL = "original";

    /** The same record as {@link org.conductregister.entries.RecordId} writes it. */
    static final String ORIGINAL_ID = "originalId";

    private Fields() {}

    /** Whether the document says that its record is a duplicate. */
    static String duplicate(RecordKind kind) {
        return kind.word() + ".duplicate";
    }

    /** Whether the record is there by this entry. */
    static String begins(RecordKind kind) {
        return kind.word() + ".begins";
    }

    /** Identifiers and references, joined. */
    static String key(RecordKind kind) {
        return kind.word() + ".key";
    }

    /** Parts of identifiers and references, and what they end with, joined. */
    static String part(RecordKind kind) {
        return kind.word() + ".part";
    }

    /** Parts and endings of numbers of officers named in a case. */
    static String named(RecordKind kind) {
        return kind.word() + ".named";
    }

    /** The words of names, each joined. */
    static String name(RecordKind kind) {
        return kind.word() + ".name";
    }

    /** Parts of words of names, such as the {@code brien} of {@code O'Brien}. */
    static String namePart(RecordKind kind) {
        return kind.word() + ".namePart";
    }

    /** How words of names and their parts sound. */
    static String sound(RecordKind kind) {
        return kind.word() + ".sound";
    }

    /** The terms of texts. */
    static String text(RecordKind kind) {
        return kind.word() + ".text";
    }

    /** Codes of code lists, as {@link Findable#code} writes them. */
    static String code(RecordKind kind) {
        return kind.word() + ".code";
    }
}
