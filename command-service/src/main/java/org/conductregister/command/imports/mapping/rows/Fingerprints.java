package org.conductregister.command.imports.mapping.rows;

/**
 * Remembers what each of many names was made of, in 16 bytes a name and half as many again: both are kept as fingerprints of
 * 64 bits, by open addressing. That two of a million names are taken for one happens once in thirty million files. Not
 * thread-safe.
 */
public final class Fingerprints {

    private static final long NONE = 0;

    private long[] names = new long[1 << 10];
    private long[] origins = new long[1 << 10];
    private int size;

    /** Returns whether the name is new, or was made of the same before; it is kept where it is new. */
    public boolean isMadeOf(String name, String origin) {
        long key = fingerprint(name);
        long from = fingerprint(origin);
        int at = slot(names, key);
        if (names[at] == key) {
            return origins[at] == from;
        }
        names[at] = key;
        origins[at] = from;
        if (++size > names.length * 2 / 3) {
            grow();
        }
        return true;
    }

    /** Returns whether the name is kept. */
    public boolean contains(String name) {
        long key = fingerprint(name);
        return names[slot(names, key)] == key;
    }

    private void grow() {
        var more = new long[names.length * 2];
        var moreOrigins = new long[more.length];
        for (int i = 0; i < names.length; i++) {
            if (names[i] != NONE) {
                int at = slot(more, names[i]);
                more[at] = names[i];
                moreOrigins[at] = origins[i];
            }
        }
        names = more;
        origins = moreOrigins;
    }

    private static int slot(long[] table, long key) {
        int at = (int) (key ^ key >>> 32) & table.length - 1;
        while (table[at] != NONE && table[at] != key) {
            at = at + 1 & table.length - 1;
        }
        return at;
    }

    /** FNV-1a over the characters, mixed once more as in MurmurHash3; never {@link #NONE}. */
    private static long fingerprint(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        hash = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
        hash = (hash ^ hash >>> 33) * 0xc4ceb9fe1a85ec53L;
        hash ^= hash >>> 33;
        return hash == NONE ? 1 : hash;
    }
}
