package org.conductregister.query.statistics.rollup;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Ints in an array of bytes: one, two or four bytes each, as few as hold the least and the greatest of them. How wide they are
 * follows from the length of the array and their number, which their user knows. Every read is O(1). Whoever may read the
 * array may use this.
 */
final class PackedInts {

    private static final VarHandle SHORTS =
            MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private PackedInts() {}

    /** Packs the first {@code count} of some values; O(count). */
    static byte[] pack(int[] values, int count) {
        int width = width(values, count);
        var packed = new byte[width * count];
        for (int i = 0; i < count; i++) {
            switch (width) {
                case Byte.BYTES -> packed[i] = (byte) values[i];
                case Short.BYTES -> SHORTS.set(packed, i << 1, (short) values[i]);
                default -> INTS.set(packed, i << 2, values[i]);
            }
        }
        return packed;
    }

    private static int width(int[] values, int count) {
        int least = 0;
        int greatest = 0;
        for (int i = 0; i < count; i++) {
            least = Math.min(least, values[i]);
            greatest = Math.max(greatest, values[i]);
        }
        if (least >= Byte.MIN_VALUE && greatest <= Byte.MAX_VALUE) {
            return Byte.BYTES;
        }
        return least >= Short.MIN_VALUE && greatest <= Short.MAX_VALUE ? Short.BYTES : Integer.BYTES;
    }

    /**
     * Returns one of the values.
     *
     * @param count how many were packed
     * @param index from 0 to {@code count} - 1
     */
    static int get(byte[] packed, int count, int index) {
        if (packed.length == count) {
            return packed[index];
        }
        return packed.length == count << 1
                ? (short) SHORTS.get(packed, index << 1)
                : (int) INTS.get(packed, index << 2);
    }
}
