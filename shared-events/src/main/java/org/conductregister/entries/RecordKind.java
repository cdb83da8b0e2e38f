package org.conductregister.entries;

/** The kind of a record: a case, an officer or a recommendation. */
public enum RecordKind {
    CASE("case", "caseId"),
    OFFICER("officer", "officerId"),
    RECOMMENDATION("recommendation", "recommendationId");

    private final String word;
    private final String idField;

    RecordKind(String word, String idField) {
        this.word = word;
        this.idField = idField;
    }

    /** The word in a sentence, and the first part of a stored {@link RecordId}. */
    public String word() {
        return word;
    }

    /** The field of an entry that says whose record it goes on. */
    public String idField() {
        return idField;
    }
}
