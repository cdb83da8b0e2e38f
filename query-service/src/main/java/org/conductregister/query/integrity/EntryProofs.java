package org.conductregister.query.integrity;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.function.Predicate;
import org.conductregister.entries.RecordId;
import org.conductregister.eventstore.stored.Microseconds;
import org.conductregister.integrity.StoredRow;
import org.conductregister.web.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Makes the documents with which somebody can prove, without the register, that an entry was recorded. Thread-safe. */
@Component
class EntryProofs {

    private final Proofs proofs;
    private final Sealing sealing;

    EntryProofs(Proofs proofs, Sealing sealing) {
        this.proofs = proofs;
        this.sealing = sealing;
    }

    /**
     * A document to take away.
     *
     * @param entry as it is stored, texts that are encrypted included as they are
     * @param proof in the form of C2SP's tlog-proof
     * @param verifierKey with which the checkpoint in the proof is verified
     */
    record Takeaway(Entry entry, String proof, String verifierKey, String explanation) {}

    /** An entry with all that its leaf is made of. */
    record Entry(
            long position,
            Instant recordedAt,
            String entryId,
            String recordKind,
            String record,
            long sequence,
            String type,
            String revision,
            String payload,
            String metadata,
            String salt) {

        static Entry of(StoredRow row) {
            return new Entry(
                    row.position(),
                    Microseconds.toInstant(row.recordedAt()),
                    HexFormat.of().formatHex(row.entryId()),
                    text(row.aggregateType()),
                    text(row.aggregateIdentifier()),
                    row.sequence(),
                    text(row.type()),
                    text(row.revision()),
                    text(row.payload()),
                    text(row.metadata()),
                    Base64Text.of(row.salt()));
        }

        private static String text(byte[] bytes) {
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    /**
     * Returns the proof of an entry.
     *
     * @param hidden the records that the reader may not see
     * @throws org.conductregister.web.ProblemException where there is no such entry, or the reader may not see it
     */
    Takeaway of(long position, Predicate<RecordId> hidden) {
        var proof = proofs.takeaway(position);
        var row = proofs.rowAt(position);
        if (hidden.test(RecordId.parse(Entry.text(row.aggregateIdentifier())))) {
            throw Problem.of(
                            HttpStatus.NOT_FOUND,
                            "ENTRY_NOT_SEALED",
                            "The entry at position %d is withheld from you.".formatted(position))
                    .exception();
        }
        return new Takeaway(
                Entry.of(row),
                proof.toString(),
                sealing.required().verifier().toString(),
                "The extra line of the proof is the entry's leaf. How it is made of the entry is in docs/adr/0033 of the Conduct Register.");
    }
}
