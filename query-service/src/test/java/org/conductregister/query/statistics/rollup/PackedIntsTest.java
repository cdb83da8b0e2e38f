package org.conductregister.query.statistics.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Against the array of what was packed. */
class PackedIntsTest {

    /** Any int that has room in one, two or four bytes, also the least and greatest of them. */
    static int anyInt(Random random) {
        int bits = new int[] {2, 7, 8, 15, 16, 20}[random.nextInt(6)];
        return switch (random.nextInt(4)) {
            case 0 -> (1 << bits) - 1;
            case 1 -> -1 << bits;
            default -> random.nextInt(1 << (bits + 1)) - (1 << bits);
        };
    }

    @Property(tries = 300)
    void whatWasPackedIsReadAtItsIndex(@ForAll @IntRange(max = 200) int count, @ForAll Random random) {
        int least = anyInt(random);
        var values = IntStream.generate(() -> random.nextBoolean() ? anyInt(random) % 100 : least)
                .limit(count + 3L)
                .toArray();

        var packed = PackedInts.pack(values, count);

        for (int i = 0; i < count; i++) {
            assertThat(PackedInts.get(packed, count, i)).isEqualTo(values[i]);
        }
    }

    @Property(tries = 300)
    void noFewerBytesWouldHoldTheLeastAndTheGreatest(
            @ForAll @IntRange(min = 1, max = 50) int count, @ForAll Random random) {
        var values = IntStream.generate(() -> anyInt(random)).limit(count).toArray();

        int width = PackedInts.pack(values, count).length / count;

        boolean fitsByte = Arrays.stream(values).allMatch(value -> value == (byte) value);
        boolean fitsShort = Arrays.stream(values).allMatch(value -> value == (short) value);
        assertThat(width).isEqualTo(fitsByte ? 1 : fitsShort ? 2 : 4);
    }

    @Example
    void allIntsHaveRoom() {
        var values = new int[] {Integer.MIN_VALUE, -1, 0, Integer.MAX_VALUE};

        var packed = PackedInts.pack(values, 4);

        assertThat(IntStream.range(0, 4).map(i -> PackedInts.get(packed, 4, i)))
                .containsExactly(-1 << 31, -1, 0, ~(1 << 31));
    }
}
