package org.conductregister.tlog;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * A key of Ed25519 that signs notes. Kept as two lines: {@code PRIVATE+KEY+<name>+<id>+<Base64>}, the form of Go's {@code note}
 * package, and its {@link VerifierKey}. Thread-safe.
 */
public final class SignerKey {

    private static final String PREFIX = "PRIVATE+KEY+";
    private static final int SEED_LENGTH = 32;

    private final byte[] seed;
    private final PrivateKey privateKey;
    private final VerifierKey verifier;

    private SignerKey(byte[] seed, VerifierKey verifier) throws GeneralSecurityException {
        this.seed = seed;
        this.privateKey = KeyFactory.getInstance("Ed25519")
                .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, seed));
        this.verifier = verifier;
    }

    /** Makes a new key at random. */
    public static SignerKey generate(String name) {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            byte[] seed = ((EdECPrivateKey) pair.getPrivate())
                    .getBytes()
                    .orElseThrow(() -> new IllegalStateException("The JDK does not give away the key it made"));
            byte[] encoded = pair.getPublic().getEncoded();
            byte[] key = Arrays.copyOfRange(encoded, encoded.length - SEED_LENGTH, encoded.length);
            return new SignerKey(seed, VerifierKey.of(name, key));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has Ed25519", e);
        }
    }

    /**
     * Reads the two lines.
     *
     * @throws MalformedNoteException if they are no key, or not of the same key
     */
    public static SignerKey parse(String lines) {
        String[] both = lines.strip().split("\n", -1);
        String[] parts = both[0].strip().split("\\+", 5);
        if (both.length != 2 || !both[0].startsWith(PREFIX) || parts.length != 5) {
            throw new MalformedNoteException(
                    "A signing key is two lines: PRIVATE+KEY+name+id+Base64, and the key that verifies.");
        }
        VerifierKey verifier = VerifierKey.parse(both[1]);
        byte[] all = Checkpoint.base64(parts[4]);
        if (all.length != 1 + SEED_LENGTH || all[0] != VerifierKey.ED25519) {
            throw new MalformedNoteException("Only signing keys of Ed25519 are known: kind 1.");
        }
        try {
            var key = new SignerKey(Arrays.copyOfRange(all, 1, all.length), verifier);
            if (!verifier.hasSigned(key.sign("a trial\n"))) {
                throw new MalformedNoteException("The two lines of the signing key are not of the same key.");
            }
            return key;
        } catch (GeneralSecurityException e) {
            throw new MalformedNoteException("The signing key is not of Ed25519.", e);
        }
    }

    /** Returns the public part. */
    public VerifierKey verifier() {
        return verifier;
    }

    /** Returns the same key under another name. */
    public SignerKey named(String name) {
        try {
            return new SignerKey(seed, verifier.named(name));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has Ed25519", e);
        }
    }

    /**
     * Signs a text.
     *
     * @param text ends with a line's end
     */
    public SignedNote sign(String text) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(privateKey);
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return new SignedNote(
                    text, List.of(new SignedNote.Signature(verifier.name(), verifier.id(), signature.sign())));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has Ed25519", e);
        }
    }

    /** Returns the two lines, of which the first is a secret. */
    public String lines() {
        byte[] all = new byte[1 + SEED_LENGTH];
        all[0] = VerifierKey.ED25519;
        System.arraycopy(seed, 0, all, 1, SEED_LENGTH);
        return "%s%s+%s+%s\n%s\n"
                .formatted(
                        PREFIX,
                        verifier.name(),
                        verifier.hexId(),
                        Base64.getEncoder().encodeToString(all),
                        verifier);
    }

    /** Does not show the secret. */
    @Override
    public String toString() {
        return "the signing key of " + verifier;
    }
}
