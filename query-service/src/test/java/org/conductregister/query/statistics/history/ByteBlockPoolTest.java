package org.conductregister.query.statistics.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.BeforeTry;
import org.conductregister.query.statistics.checkpoint.RoundTrip;

/** Against a map from addresses to slices. */
class ByteBlockPoolTest {

    private ByteBlockPool pool;
    private TreeMap<Integer, byte[]> model;

    @BeforeTry
    void begin() {
        pool = new ByteBlockPool(BufferAllocator.IN_MEMORY);
        model = new TreeMap<>();
    }

    @Property(tries = 30)
    void slicesLieWhereTheyWereAppended(@ForAll @IntRange(max = 3000) int slices, @ForAll Random random) {
        append(slices, random);

        assertSlices(pool, model);
    }

    @Property(tries = 30)
    void whatWasSavedIsLoadedAndAppendedTo(
            @ForAll @IntRange(max = 1500) int slices, @ForAll @IntRange(max = 1500) int more, @ForAll Random random) {
        append(slices, random);
        var then = new TreeMap<>(model);
        var view = pool.view();
        append(more, random);

        pool = RoundTrip.of(view::save, in -> ByteBlockPool.load(in, BufferAllocator.IN_MEMORY));
        assertSlices(pool, then);
        model = then;
        append(more, random);

        assertSlices(pool, model);
    }

    @Example
    void aSliceHasALimit() {
        assertThatThrownBy(() -> pool.append(new byte[300], ByteBlockPool.LONGEST + 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(pool.append(new byte[] {1}, 1)).isEqualTo(ByteBlockPool.first());
    }

    /** Its blocks are all the same one, so that it need not take gigabytes. */
    @Example
    void addressesGoOnBeyondTwoGibibytesAndEndAtFour() {
        var block = BufferAllocator.IN_MEMORY.allocate(1 << 16);
        var large = new ByteBlockPool(bytes -> block);
        var slice = new byte[ByteBlockPool.LONGEST];
        slice[0] = 7;
        int address = 0;
        while (Integer.toUnsignedLong(address) < 3L << 30) {
            address = large.append(slice, slice.length);
        }
        int next = large.append(slice, 10);

        assertThat(next - address).isEqualTo(slice.length);
        assertThat(large.has(next)).isTrue();
        assertThat(large.has(next + 10)).isFalse();
        assertThat(large.nextFrom(next)).isEqualTo(next);
        assertThat(large.byteAt(next)).isEqualTo((byte) 7);
        assertThatThrownBy(() -> {
                    while (true) {
                        large.append(slice, slice.length);
                    }
                })
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("4,294,967,296");
    }

    private void append(int slices, Random random) {
        for (int i = 0; i < slices; i++) {
            var slice = new byte[1 + random.nextInt(ByteBlockPool.LONGEST)];
            random.nextBytes(slice);
            slice[0] = (byte) (1 + random.nextInt(255));
            int next = pool.nextAddress();
            int address = pool.append(slice, slice.length);
            assertThat(address).isEqualTo(next).isNotEqualTo(ByteBlockPool.NOWHERE);
            model.put(address, slice);
        }
    }

    private static void assertSlices(ByteBlockPool pool, TreeMap<Integer, byte[]> expected) {
        int address = pool.nextFrom(ByteBlockPool.first());
        for (var slice : expected.entrySet()) {
            assertThat(address).isEqualTo(slice.getKey());
            var bytes = new byte[slice.getValue().length];
            pool.blockOf(address).get(ByteBlockPool.offsetOf(address), bytes);
            assertThat(bytes).isEqualTo(slice.getValue());
            assertThat(pool.byteAt(address)).isEqualTo(bytes[0]);
            address = pool.nextFrom(address + bytes.length);
        }
        assertThat(pool.has(address)).isFalse();
    }
}
