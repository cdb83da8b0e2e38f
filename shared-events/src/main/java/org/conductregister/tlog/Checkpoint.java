package org.conductregister.tlog;

import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * The head of a log: its size and the root of its tree (C2SP's tlog-checkpoint).
 *
 * @param origin the name of the log
 * @param size the number of leaves
 * @param root 32 bytes
 */
public record Checkpoint(String origin, long size, byte[] root) {

    private static final Pattern SIZE = Pattern.compile("0|[1-9]\\d{0,17}");

    /**
     * Reads the text of a note.
     *
     * @throws MalformedNoteException if it is no checkpoint
     */
    public static Checkpoint parse(String text) {
        String[] lines = text.split("\n", -1);
        if (lines.length < 4 || lines[0].isEmpty() || !SIZE.matcher(lines[1]).matches()) {
            throw new MalformedNoteException(
                    "A checkpoint is at least three lines: the log's name, the number of its entries, and the root of its tree.");
        }
        byte[] root = base64(lines[2]);
        if (root.length != TreeHasher.HASH_LENGTH) {
            throw new MalformedNoteException("The third line of a checkpoint is 32 bytes in Base64.");
        }
        return new Checkpoint(lines[0], Long.parseLong(lines[1]), root);
    }

    /** Returns the text of the note that is signed. */
    public String text() {
        return "%s\n%d\n%s\n".formatted(origin, size, Base64.getEncoder().encodeToString(root));
    }

    /** Whether both say the same of a log. */
    public boolean hasRootOf(Checkpoint other) {
        return size == other.size && Arrays.equals(root, other.root);
    }

    static byte[] base64(String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new MalformedNoteException("Not Base64: " + text, e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Checkpoint that && origin.equals(that.origin) && hasRootOf(that);
    }

    @Override
    public int hashCode() {
        return 31 * Long.hashCode(size) + Arrays.hashCode(root);
    }

    @Override
    public String toString() {
        return text();
    }
}
