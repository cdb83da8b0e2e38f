package org.conductregister.command.imports.scratch;

/** The fingerprint of a text in 64 bits. That two of a million texts share one happens once in thirty million files. */
public final class Fingerprint {

    private Fingerprint() {}

    /** FNV-1a over the characters, mixed once more as in MurmurHash3; never 0. */
    public static long of(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        hash = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
        hash = (hash ^ hash >>> 33) * 0xc4ceb9fe1a85ec53L;
        hash ^= hash >>> 33;
        return hash == 0 ? 1 : hash;
    }
}
