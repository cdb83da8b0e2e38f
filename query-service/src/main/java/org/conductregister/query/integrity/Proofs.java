package org.conductregister.query.integrity;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.conductregister.eventstore.StoredRows;
import org.conductregister.integrity.EntryLeaf;
import org.conductregister.integrity.LogSealer;
import org.conductregister.integrity.SealedHead;
import org.conductregister.integrity.StoredRow;
import org.conductregister.integrity.Verdict;
import org.conductregister.query.integrity.IntegrityAnswers.Check;
import org.conductregister.query.integrity.IntegrityAnswers.Consistency;
import org.conductregister.query.integrity.IntegrityAnswers.Inclusion;
import org.conductregister.tlog.Checkpoint;
import org.conductregister.tlog.MalformedNoteException;
import org.conductregister.tlog.SignedNote;
import org.conductregister.tlog.Tile;
import org.conductregister.tlog.TlogProof;
import org.conductregister.web.Problem;
import org.conductregister.web.ProblemException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Makes proofs against the heads of the log. Thread-safe. */
@Component
class Proofs {

    private final Sealing sealing;
    private final StoredRows rows;

    Proofs(Sealing sealing, StoredRows rows) {
        this.sealing = sealing;
        this.rows = rows;
    }

    /** @param size 0 for the last head's */
    Inclusion inclusion(long position, long size) {
        SealedHead head = sealing.headFor(Math.max(position, size));
        long of = size == 0 ? head.checkpoint().size() : size;
        requireSealed("size", of, head);
        if (position > of) {
            throw notFound(
                    "ENTRY_NOT_SEALED", "The log of %d entries has none at position %d.".formatted(of, position));
        }
        LogSealer sealer = sealing.required();
        var leaf = new EntryLeaf();
        StoredRow row = rowAt(position);
        long index = position - 1;
        return new Inclusion(
                position,
                index,
                Base64Text.of(leaf.of(row)),
                Base64Text.of(leaf.hashOf(row)),
                of,
                Base64Text.of(sealer.tree().root(of)),
                Base64Text.of(sealer.tree().inclusionProof(index, of)),
                of == head.checkpoint().size() ? head.note().toString() : null);
    }

    /** Returns a proof against the last head, which can be checked without the register. */
    TlogProof takeaway(long position) {
        SealedHead head = sealing.headFor(position);
        if (position > head.checkpoint().size()) {
            throw notFound("ENTRY_NOT_SEALED", "The log has no entry at position %d.".formatted(position));
        }
        return new TlogProof(
                new EntryLeaf().of(rowAt(position)),
                position - 1,
                sealing.required()
                        .tree()
                        .inclusionProof(position - 1, head.checkpoint().size()),
                head.note());
    }

    StoredRow rowAt(long position) {
        return rows.from(position, 1).stream()
                .filter(row -> row.position() == position)
                .findFirst()
                .orElseThrow(
                        () -> notFound("ENTRY_NOT_SEALED", "The log has no entry at position %d.".formatted(position)));
    }

    /** @param to 0 for the last head's size */
    Consistency consistency(long from, long to) {
        SealedHead head = sealing.headFor(Math.max(from, to));
        long size = to == 0 ? head.checkpoint().size() : to;
        requireSealed("to", size, head);
        if (from > size) {
            throw notFound(
                    "SIZE_NOT_SEALED", "A log of %d entries does not begin with one of %d.".formatted(size, from));
        }
        var tree = sealing.required().tree();
        return new Consistency(
                from,
                size,
                Base64Text.of(tree.root(from)),
                Base64Text.of(tree.root(size)),
                Base64Text.of(tree.consistencyProof(from, size)));
    }

    private static void requireSealed(String what, long size, SealedHead head) {
        if (size > head.checkpoint().size()) {
            throw notFound(
                    "SIZE_NOT_SEALED",
                    "%s is %d, but the last checkpoint stands for %d entries."
                            .formatted(what, size, head.checkpoint().size()));
        }
    }

    /** Returns the hashes of a tile, or a bundle of leaves. */
    byte[] tile(Tile tile) {
        SealedHead head = sealing.headFor(0);
        if (!tile.isIn(head.checkpoint().size())) {
            throw notFound(
                    "TILE_UNKNOWN",
                    "A log of %d entries has no tile %s."
                            .formatted(head.checkpoint().size(), tile.path()));
        }
        return tile.level() == Tile.ENTRIES
                ? bundle(tile)
                : sealing.required().tiles().read(tile.level(), tile.first(), tile.width());
    }

    private byte[] bundle(Tile tile) {
        var leaf = new EntryLeaf();
        var bundle = new ByteArrayOutputStream();
        List<StoredRow> entries = rows.from(tile.first() + 1, tile.width());
        for (StoredRow row : entries) {
            byte[] bytes = leaf.of(row);
            bundle.writeBytes(ByteBuffer.allocate(Short.BYTES)
                    .putShort((short) bytes.length)
                    .array());
            bundle.writeBytes(bytes);
        }
        return bundle.toByteArray();
    }

    /** Says whether the log still has a checkpoint that was noted earlier. */
    Check check(String noted) {
        LogSealer sealer = sealing.required();
        SignedNote note;
        Checkpoint checkpoint;
        try {
            note = SignedNote.parse(noted.replace("\r\n", "\n").strip() + "\n");
            checkpoint = Checkpoint.parse(note.text());
        } catch (MalformedNoteException e) {
            throw Problem.of(
                            HttpStatus.BAD_REQUEST,
                            "CHECKPOINT_MALFORMED",
                            "This is no checkpoint: " + e.getMessage() + " Paste it whole, with its signatures.")
                    .exception();
        }
        long size = checkpoint.size();
        boolean signed = isSigned(sealer, note, checkpoint);
        if (!signed) {
            return new Check(
                    false,
                    false,
                    size,
                    "This checkpoint is not signed by the key of this register: it proves nothing.");
        }
        if (!checkpoint.origin().equals(sealer.verifier().name())) {
            return new Check(
                    false,
                    true,
                    size,
                    "This checkpoint is of %s. Since then an administrator has accepted a log that contradicted its checkpoints; it is now %s."
                            .formatted(checkpoint.origin(), sealer.verifier().name()));
        }
        Optional<SealedHead> head = sealer.head();
        if (head.isEmpty()
                || head.get().checkpoint().size() < size
                || sealer.tiles().size() < size) {
            return new Check(
                    false,
                    true,
                    size,
                    "The log had %,d entries then, and has fewer now: it was cut off, or an older copy was put in its place."
                            .formatted(size));
        }
        Verdict.Altered contradiction = sealer.state().contradiction();
        if (contradiction != null && contradiction.position() <= size) {
            return new Check(false, true, size, contradiction.sentence());
        }
        boolean same = Arrays.equals(sealer.tree().root(size), checkpoint.root());
        return new Check(
                same,
                true,
                size,
                same
                        ? "The log still begins with the %,d entries that this checkpoint stands for.".formatted(size)
                        : "The log does not begin with the %,d entries that this checkpoint stands for: it was altered."
                                .formatted(size));
    }

    private static boolean isSigned(LogSealer sealer, SignedNote note, Checkpoint checkpoint) {
        try {
            return sealer.verifier().named(checkpoint.origin()).hasSigned(note);
        } catch (MalformedNoteException e) {
            return false;
        }
    }

    private static ProblemException notFound(String code, String detail) {
        return Problem.of(HttpStatus.NOT_FOUND, code, detail).exception();
    }
}
