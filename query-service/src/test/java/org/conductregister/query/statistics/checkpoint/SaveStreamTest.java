package org.conductregister.query.statistics.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Tests that {@link LoadStream} reads the values that {@link SaveStream} writes. */
class SaveStreamTest {

    @Provide
    Arbitrary<List<Object>> values() {
        var lengths = Arbitraries.frequencyOf(
                Tuple.of(4, Arbitraries.integers().between(0, 10)),
                Tuple.of(1, Arbitraries.integers().between(60_000, 70_000)));
        var fill = Arbitraries.integers();
        Arbitrary<Object> value = Arbitraries.oneOf(
                Arbitraries.integers().map(each -> (Object) each),
                Arbitraries.longs(),
                Arbitraries.strings().ofMaxLength(20),
                Combinators.combine(lengths, fill).as(SaveStreamTest::ints),
                Combinators.combine(lengths, fill).as(SaveStreamTest::chars),
                Combinators.combine(lengths, fill).as(SaveStreamTest::bytes));
        return value.list().ofMaxSize(12);
    }

    private static int[] ints(int length, int first) {
        var ints = new int[length];
        Arrays.setAll(ints, i -> first + i);
        return ints;
    }

    private static char[] chars(int length, int first) {
        var chars = new char[length];
        for (int i = 0; i < length; i++) {
            chars[i] = (char) (first + i);
        }
        return chars;
    }

    private static byte[] bytes(int length, int first) {
        var bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (first + i);
        }
        return bytes;
    }

    @Property(tries = 100)
    void valuesAreReadInTheOrderWritten(@ForAll("values") List<Object> values) {
        var saved = RoundTrip.saved(out -> writeAll(values, out));

        var read = RoundTrip.load(saved, in -> {
            for (var value : values) {
                assertThat(read(value, in)).isEqualTo(value);
            }
            return true;
        });

        assertThat(read).isTrue();
    }

    @Property(tries = 100)
    void whereSomethingIsMissingNothingIsRead(@ForAll("values") List<Object> values) {
        var saved = RoundTrip.saved(out -> {
            writeAll(values, out);
            out.writeLong(1);
        });
        var cut = Arrays.copyOf(saved, saved.length - 1);

        assertThatThrownBy(() -> RoundTrip.load(cut, in -> {
                    for (var value : values) {
                        assertThat(read(value, in)).isEqualTo(value);
                    }
                    return in.readLong();
                }))
                .isInstanceOf(UncheckedIOException.class)
                .hasCauseInstanceOf(EOFException.class);
    }

    @Example
    void aStringOfNoSuchLengthIsRefused() {
        for (int length : new int[] {-1, SaveStream.LONGEST_STRING + 1}) {
            var saved = RoundTrip.saved(out -> out.writeInt(length));

            assertThatThrownBy(() -> RoundTrip.load(saved, LoadStream::readString))
                    .hasMessageContaining(String.valueOf(length));
        }
        var tooLong = "x".repeat(SaveStream.LONGEST_STRING + 1);
        assertThatThrownBy(() -> RoundTrip.saved(out -> out.writeString(tooLong)))
                .isInstanceOf(UncheckedIOException.class);
    }

    @Example
    void tasksHaveRunOnceReadingHasFinished() {
        var done = new AtomicInteger();

        int before = RoundTrip.of(out -> out.writeInt(7), in -> {
            for (int i = 0; i < 10; i++) {
                in.inBackground(done::incrementAndGet);
            }
            return in.readInt();
        });

        assertThat(before).isEqualTo(7);
        assertThat(done).hasValue(10);
    }

    @Example
    void aTaskThatFailsFailsTheRead() {
        assertThatThrownBy(() -> RoundTrip.of(out -> out.writeInt(7), in -> {
                    in.inBackground(() -> {
                        throw new IllegalStateException("it does not fit");
                    });
                    return in.readInt();
                }))
                .isInstanceOf(CompletionException.class)
                .hasMessageContaining("it does not fit");
    }

    private static void writeAll(List<Object> values, SaveStream out) throws IOException {
        for (var value : values) {
            switch (value) {
                case Integer number -> out.writeInt(number);
                case Long number -> out.writeLong(number);
                case String string -> out.writeString(string);
                case int[] ints -> out.writeInts(ints, 0, ints.length);
                case char[] chars -> out.writeChars(chars, 0, chars.length);
                case byte[] bytes -> out.writeBytes(bytes, 0, bytes.length);
                default -> throw new AssertionError(value);
            }
        }
    }

    /** The next value, which is like one. */
    private static Object read(Object like, LoadStream in) throws IOException {
        if (like instanceof Integer) {
            return in.readInt();
        }
        if (like instanceof Long) {
            return in.readLong();
        }
        if (like instanceof String) {
            return in.readString();
        }
        if (like instanceof int[] ints) {
            var read = new int[ints.length];
            in.readInts(read, 0, read.length);
            return read;
        }
        if (like instanceof char[] chars) {
            var read = new char[chars.length];
            in.readChars(read, 0, read.length);
            return read;
        }
        var read = new byte[((byte[]) like).length];
        in.readBytes(read, 0, read.length);
        return read;
    }
}
