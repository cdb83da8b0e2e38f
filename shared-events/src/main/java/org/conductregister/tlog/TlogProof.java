package org.conductregister.tlog;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * A proof that can be checked without the log: that a leaf is in the tree of a signed checkpoint (C2SP's tlog-proof).
 *
 * @param extra any bytes that help to make the leaf anew; they prove nothing
 * @param index of the leaf, from 0
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record TlogProof(byte[] extra, long index, List<byte[]> hashes, SignedNote checkpoint) {

    private static final String FIRST_LINE = "c2sp.org/tlog-proof@v1";

    /**
     * Reads a proof.
     *
     * @throws MalformedNoteException if it is none
     */
    public static TlogProof parse(String text) {
        int end = text.indexOf("\n\n");
        if (end < 0 || !text.startsWith(FIRST_LINE + "\n")) {
            throw new MalformedNoteException(
                    "A proof begins with %s and has a checkpoint below.".formatted(FIRST_LINE));
        }
        List<String> lines = new ArrayList<>(List.of(text.substring(0, end).split("\n", -1)));
        lines.removeFirst();
        byte[] extra = {};
        if (!lines.isEmpty() && lines.getFirst().startsWith("extra ")) {
            extra = Checkpoint.base64(lines.removeFirst().substring("extra ".length()));
        }
        if (lines.isEmpty() || !lines.getFirst().matches("index (0|[1-9]\\d{0,17})")) {
            throw new MalformedNoteException("A proof says the index of the leaf.");
        }
        long index = Long.parseLong(lines.removeFirst().substring("index ".length()));
        List<byte[]> hashes = lines.stream().map(Checkpoint::base64).toList();
        return new TlogProof(extra, index, hashes, SignedNote.parse(text.substring(end + 2)));
    }

    /** Returns the proof as it is handed out. */
    @Override
    public String toString() {
        var text = new StringBuilder(FIRST_LINE).append('\n');
        if (extra.length > 0) {
            text.append("extra ")
                    .append(Base64.getEncoder().encodeToString(extra))
                    .append('\n');
        }
        text.append("index ").append(index).append('\n');
        for (byte[] hash : hashes) {
            text.append(Base64.getEncoder().encodeToString(hash)).append('\n');
        }
        return text.append('\n').append(checkpoint).toString();
    }
}
