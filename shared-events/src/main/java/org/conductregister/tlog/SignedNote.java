package org.conductregister.tlog;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A text with signatures (C2SP's signed-note).
 *
 * @param text ends with a line's end
 */
public record SignedNote(String text, List<Signature> signatures) {

    /** More signatures than any note of ours gets from witnesses. */
    private static final int MOST_SIGNATURES = 64;

    private static final Pattern SIGNATURE = Pattern.compile("\u2014 ([^\\s+]+) ([A-Za-z0-9+/]+={0,2})");
    private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x09\\x0B-\\x1F]");

    public SignedNote {
        signatures = List.copyOf(signatures);
    }

    /**
     * A signature with the key's name.
     *
     * @param keyId with the name, says which key it is and of which kind
     * @param bytes as the kind of key has them
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    public record Signature(String name, int keyId, byte[] bytes) {

        private boolean isBySameKeyAs(Signature other) {
            return name.equals(other.name) && keyId == other.keyId;
        }

        /** Returns the line of the note, without its end. */
        public String line() {
            byte[] all = ByteBuffer.allocate(Integer.BYTES + bytes.length)
                    .putInt(keyId)
                    .put(bytes)
                    .array();
            return "\u2014 %s %s".formatted(name, Base64.getEncoder().encodeToString(all));
        }

        /**
         * Reads a line of a note.
         *
         * @throws MalformedNoteException if it is no signature
         */
        public static Signature parse(String line) {
            Matcher matcher = SIGNATURE.matcher(line);
            if (!matcher.matches()) {
                throw new MalformedNoteException("Not a line with a signature: " + line);
            }
            byte[] all = Checkpoint.base64(matcher.group(2));
            if (all.length <= Integer.BYTES) {
                throw new MalformedNoteException("A signature of no bytes: " + line);
            }
            var buffer = ByteBuffer.wrap(all);
            int keyId = buffer.getInt();
            byte[] bytes = new byte[buffer.remaining()];
            buffer.get(bytes);
            return new Signature(matcher.group(1), keyId, bytes);
        }
    }

    /**
     * Reads a note.
     *
     * @throws MalformedNoteException if it is none, or has no signature
     */
    public static SignedNote parse(String note) {
        if (CONTROL.matcher(note).find() || note.indexOf('\uFFFD') >= 0) {
            throw new MalformedNoteException(
                    "A note has no control characters but the ends of its lines, and is UTF-8.");
        }
        int end = note.lastIndexOf("\n\n");
        if (end < 0 || !note.endsWith("\n") || end + 2 == note.length()) {
            throw new MalformedNoteException(
                    "A note is a text, an empty line, and lines with signatures, the last with a line's end too.");
        }
        var signatures = new ArrayList<Signature>();
        for (String line : note.substring(end + 2, note.length() - 1).split("\n", -1)) {
            signatures.add(Signature.parse(line));
        }
        if (signatures.size() > MOST_SIGNATURES) {
            throw new MalformedNoteException(
                    "A note of over %d signatures is not looked at.".formatted(MOST_SIGNATURES));
        }
        return new SignedNote(note.substring(0, end + 1), signatures);
    }

    /** Returns the same with further signatures, in place of earlier ones by the same keys. */
    public SignedNote with(List<Signature> more) {
        var all = new ArrayList<>(signatures);
        all.removeIf(one -> more.stream().anyMatch(one::isBySameKeyAs));
        all.addAll(more);
        return new SignedNote(text, all);
    }

    /** Returns the note as it is published. */
    @Override
    public String toString() {
        return signatures.stream()
                .map(signature -> signature.line() + "\n")
                .collect(Collectors.joining("", text + "\n", ""));
    }
}
