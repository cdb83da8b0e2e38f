package org.conductregister.tlog;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The public part of a key of Ed25519 that signs notes, written as {@code <name>+<id>+<Base64>} (C2SP's signed-note, "verifier
 * keys"). Checks signatures of a log, and timestamped ones of its witnesses (tlog-cosignature). Thread-safe.
 */
public final class VerifierKey {

    static final byte ED25519 = 1;
    private static final byte COSIGNATURE = 4;
    private static final int KEY_LENGTH = 32;

    /** The bytes before the 32 of a key of Ed25519 in its X.509 form. */
    private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

    private final String name;
    private final byte type;
    private final byte[] key;
    private final PublicKey publicKey;

    private VerifierKey(String name, byte type, byte[] key) {
        this.name = name;
        this.type = type;
        this.key = key;
        this.publicKey = publicKey(key);
    }

    static VerifierKey of(String name, byte[] key) {
        return new VerifierKey(requireName(name), ED25519, key);
    }

    /**
     * Reads a key.
     *
     * @throws MalformedNoteException if it is none, or of a kind that is not known here
     */
    public static VerifierKey parse(String text) {
        String[] parts = text.strip().split("\\+", 3);
        if (parts.length != 3) {
            throw new MalformedNoteException("A key that verifies is a name, an id and Base64 with + between them.");
        }
        byte[] all = Checkpoint.base64(parts[2]);
        if (all.length != 1 + KEY_LENGTH || (all[0] != ED25519 && all[0] != COSIGNATURE)) {
            throw new MalformedNoteException("Only keys of Ed25519 are known: kinds 1 and 4.");
        }
        var parsed = new VerifierKey(requireName(parts[0]), all[0], Arrays.copyOfRange(all, 1, all.length));
        if (!parts[1].equals(parsed.hexId())) {
            throw new MalformedNoteException("The id of the key %s is not that of its bytes.".formatted(parts[0]));
        }
        return parsed;
    }

    static String requireName(String name) {
        if (name.isEmpty() || name.indexOf('+') >= 0 || name.chars().anyMatch(VerifierKey::isSpace)) {
            throw new MalformedNoteException("The name of a key has no spaces and no +: " + name);
        }
        return name;
    }

    private static boolean isSpace(int character) {
        return Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || Character.isISOControl(character);
    }

    private static PublicKey publicKey(byte[] key) {
        byte[] encoded = Arrays.copyOf(X509, X509.length + key.length);
        System.arraycopy(key, 0, encoded, X509.length, key.length);
        try {
            return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new MalformedNoteException("Not a key of Ed25519.", e);
        }
    }

    /** Returns the name, which for a log's own key is its origin. */
    public String name() {
        return name;
    }

    int id() {
        var digest = TreeHasher.sha256();
        digest.update((name + "\n").getBytes(StandardCharsets.UTF_8));
        digest.update(type);
        return ByteBuffer.wrap(digest.digest(key)).getInt();
    }

    String hexId() {
        return "%08x".formatted(id());
    }

    /** Returns the same key under another name. */
    public VerifierKey named(String other) {
        return new VerifierKey(requireName(other), type, key);
    }

    /** Whether both are the same 32 bytes, whatever their names. */
    public boolean isSameKeyAs(VerifierKey other) {
        return Arrays.equals(key, other.key);
    }

    /**
     * Whether a note is signed by this key.
     *
     * @throws MalformedNoteException if a signature says that it is this key's, and is not
     */
    public boolean hasSigned(SignedNote note) {
        boolean signed = false;
        for (SignedNote.Signature signature : note.signatures()) {
            if (isOfThisKey(signature)) {
                if (!verifies(note.text(), signature.bytes())) {
                    throw new MalformedNoteException("A signature of %s does not fit the note.".formatted(name));
                }
                signed = true;
            }
        }
        return signed;
    }

    /** Whether a signature has the name and the id of this key. */
    public boolean isOfThisKey(SignedNote.Signature signature) {
        return signature.name().equals(name) && signature.keyId() == id();
    }

    /** Returns when a signature of this key says that it was made, where such signatures do (tlog-cosignature). */
    public Optional<Instant> signedAt(SignedNote.Signature signature) {
        if (type != COSIGNATURE || signature.bytes().length < Long.BYTES) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    Instant.ofEpochSecond(ByteBuffer.wrap(signature.bytes()).getLong()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private boolean verifies(String text, byte[] signature) {
        if (type == ED25519) {
            return verifies(text.getBytes(StandardCharsets.UTF_8), signature);
        }
        if (signature.length <= Long.BYTES) {
            return false;
        }
        long time = ByteBuffer.wrap(signature).getLong();
        String cosigned = "cosignature/v1\ntime %d\n%s".formatted(time, text);
        return verifies(
                cosigned.getBytes(StandardCharsets.UTF_8), Arrays.copyOfRange(signature, Long.BYTES, signature.length));
    }

    private boolean verifies(byte[] message, byte[] bytes) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initVerify(publicKey);
            signature.update(message);
            return signature.verify(bytes);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** Returns the key as {@link #parse} reads it. */
    @Override
    public String toString() {
        byte[] all = new byte[1 + key.length];
        all[0] = type;
        System.arraycopy(key, 0, all, 1, key.length);
        return "%s+%s+%s".formatted(name, hexId(), Base64.getEncoder().encodeToString(all));
    }
}
