package org.conductregister.query.casefile.files;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.conductregister.entries.FactJson;
import org.conductregister.entries.FactType;
import org.conductregister.facts.EntryId;
import org.conductregister.keys.SealedFacts;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;
import tools.jackson.core.type.TypeReference;

/**
 * The file of a record in MongoDB, or a part of it: one that has grown large goes on in another document.
 *
 * @param id the record, as {@code case/LAN-2012-0007}; of a later part with its number, as {@code case/LAN-2012-0007#2}
 * @param part from 1
 * @param bytes about how large the entries are
 * @param entries in the order filed, which is that of their positions but for one that was a dead letter first
 * @param cases of the first part of an officer's file: those in which the officer is named, or once was
 * @param duplicates of the first part: the records that are marked as duplicates of it, or once were
 */
@Document(FileDocument.COLLECTION)
record FileDocument(
        @Id String id,
        String record,
        int part,
        long bytes,
        @Nullable List<EntryDocument> entries,
        @Nullable List<String> cases,
        @Nullable List<String> duplicates) {

    static final String COLLECTION = "records";

    static String idOf(String record, int part) {
        return part == 1 ? record : record + "#" + part;
    }

    /**
     * An entry within the document.
     *
     * @param recordedAt as ISO 8601 in UTC, since a date of MongoDB has no microseconds
     * @param type as in the API
     * @param fact with the names of its fields in the API; personal text is sealed
     */
    record EntryDocument(
            long position,
            String recordedAt,
            String recordedBy,
            String entryId,
            String type,
            Map<String, Object> fact) {

        private static final TypeReference<LinkedHashMap<String, Object>> FIELDS = new TypeReference<>() {};

        static EntryDocument of(FiledEntry entry, String record, SealedFacts sealed) {
            return new EntryDocument(
                    entry.position(),
                    entry.recordedAt().toString(),
                    entry.recordedBy(),
                    entry.entryId().toString(),
                    FactType.of(entry.fact()).name(),
                    FactJson.mapper()
                            .readValue(
                                    sealed.sealRecorded(
                                            entry.entryId().toString(), record, entry.fact(), entry.recordedAt()),
                                    FIELDS));
        }

        FiledEntry entry(String record, SealedFacts sealed) {
            var factType = FactType.named(type)
                    .orElseThrow(() -> new IllegalStateException("filed under a name no fact has: " + type));
            return new FiledEntry(
                    position,
                    Instant.parse(recordedAt),
                    recordedBy,
                    EntryId.of(entryId),
                    FactJson.mapper()
                            .readValue(
                                    sealed.open(
                                            entryId, record, FactJson.mapper().writeValueAsString(fact)),
                                    factType.javaType()));
        }

        /** In bytes, at most three for a character, and what the names of the fields take. */
        long size() {
            return 200 + 3L * FactJson.mapper().writeValueAsString(fact).length();
        }
    }
}
