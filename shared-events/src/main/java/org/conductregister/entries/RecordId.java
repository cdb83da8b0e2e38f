package org.conductregister.entries;

import org.conductregister.terms.identifiers.CaseId;
import org.conductregister.terms.identifiers.OfficerId;
import org.conductregister.terms.identifiers.RecommendationId;

/**
 * The identity of a record. Written {@code case/LAN-2012-0007}, it names the stream in the event store; a case and an
 * officer with the same number are two records.
 *
 * @param id as the caller gave it
 */
public record RecordId(RecordKind kind, String id) {

    /** @throws IllegalArgumentException when {@code id} is not an identifier */
    public RecordId {
        new CaseId(id);
    }

    public static RecordId of(CaseId id) {
        return new RecordId(RecordKind.CASE, id.value());
    }

    public static RecordId of(OfficerId id) {
        return new RecordId(RecordKind.OFFICER, id.value());
    }

    public static RecordId of(RecommendationId id) {
        return new RecordId(RecordKind.RECOMMENDATION, id.value());
    }

    /**
     * Reads what {@link #toString()} wrote.
     *
     * @throws IllegalArgumentException when {@code stream} names no record
     */
    public static RecordId parse(String stream) {
        int slash = stream.indexOf('/');
        for (var kind : RecordKind.values()) {
            if (slash == kind.word().length() && stream.startsWith(kind.word())) {
                return new RecordId(kind, stream.substring(slash + 1));
            }
        }
        throw new IllegalArgumentException("not a record: " + stream);
    }

    @Override
    public String toString() {
        return kind.word() + "/" + id;
    }
}
